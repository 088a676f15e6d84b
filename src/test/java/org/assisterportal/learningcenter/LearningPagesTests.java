package org.assisterportal.learningcenter;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@MarketplaceTest
class LearningPagesTests {
    @Autowired private WebApplicationContext context;

    private MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = MockMvcTester.from(context);
    }

    @Test
    void signInAsksForTheUniqueKeyAndShowsTheWaysOn() {
        assertThat(pages.get().uri("/learn/sign-in"))
                .hasStatusOk()
                .bodyText()
                .contains("Unique Key", "/learn/lost-key", "/learn/tip-sheet")
                .doesNotContain("??");
    }

    @Test
    void aKeyOfAnotherShapeIsShownAgainWithTheRemedy() {
        assertThat(pages.post().uri("/learn/sign-in").param("key", "BC-12"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"BC-12\"", "It has 7 letters and digits.", "href=\"#key\"", "key-error");
    }

    @Test
    void aCodeOfAnotherShapeIsToldAndTheKeyIsKept() {
        assertThat(pages.post().uri("/learn/sign-in/code").param("key", "BC4K7TM").param("code", "12"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"BC4K7TM\"", "It has 8 digits.", "href=\"#code\"", "only once, and for 10 minutes");
    }

    @Test
    void aWrongCodeGetsOneAnswerThatTellsNothing() {
        assertThat(pages.post().uri("/learn/sign-in/code").param("key", "ZZZZZZZ").param("code", "1234 5678"))
                .hasStatusOk()
                .bodyText()
                .contains("This code does not work.");
    }

    @Test
    void theLostKeyPageRefusesWhatIsNoAddress() {
        assertThat(pages.post().uri("/learn/lost-key").param("email", "ana"))
                .hasStatusOk()
                .bodyText()
                .contains("Type your e-mail", "value=\"ana\"", "href=\"#email\"");
    }

    @Test
    void theTipSheetTellsTheWayInAndThePolicysFigures() {
        assertThat(pages.get().uri("/learn/tip-sheet"))
                .hasStatusOk()
                .bodyText()
                .contains("Getting into the Learning Center", "about 45 minutes", "requires 70%")
                .containsPattern("Sign in at http\\S+/learn/sign-in\\. Questions\\? Call the Assister Resource Center at 651-555-0100")
                .doesNotContain("??");
    }
}
