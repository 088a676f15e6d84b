package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import org.assisterportal.application.Question;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The language is changed in the middle of a page, and what was typed comes along. */
class LanguageSwitchPagesTests extends CoverageScene {

    private MvcTestResult inSpanish(String page, String... params) {
        var request = pages.post().uri(page).session(hers).cookie(new Cookie("lang", "es")).with(this::token).with(authentication(in(maria)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void theLinkToTheOtherLanguageSendsThePagesForm() {
        assertThat(body(look(maria, at("home"))))
                .contains("<form id=\"answers\"", "form=\"answers\"", "formaction=\"/language?keep=true&amp;back=" + at("home") + "\"");
        assertThat(body(look(maria, "/coverage/" + id))).as("nothing is typed here").doesNotContain("form=\"answers\"");
    }

    @Test
    void whatWasTypedStandsInTheOtherLanguageAndNothingIsSaved() {
        MvcTestResult choice = send(maria, "/language?keep=true&back=" + at("home"), "lang", "es", "street", "12 Oak Street", "zip", "558");
        assertThat(choice).hasStatus(307).hasHeader("Location", at("home") + "?check=language");
        assertThat(choice.getResponse().getHeaders("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("lang=es;"));
        MvcTestResult page = inSpanish(at("home") + "?check=language", "lang", "es", "street", "12 Oak Street", "zip", "558", "version", "0", "then", "exit");
        assertThat(page).hasStatusOk();
        assertThat(body(page)).contains("lang=\"es\"", "value=\"12 Oak Street\"", "value=\"558\"").doesNotContain("usa-alert--error", "Revíselo");
        assertThat(version(Question.HOME, "")).isZero();
        assertThat(content(Question.HOME)).isEmpty();
    }

    @Test
    void whoAgreedInOneLanguageHasNotAgreedInTheOther() {
        fillIn(maria);
        String page = body(inSpanish(at("sign") + "?check=language", "lang", "es", "name", "Maria Lopez", "agreed", "true", "read", read()));
        assertThat(page).contains("value=\"Maria Lopez\"").doesNotContain("checked=\"checked\"");
        assertThat(paper().isDraft()).isTrue();
    }

    @Test
    void noOtherFormIsTakenAlong() {
        for (String back : new String[] {"/account/profile", "//evil.example/coverage/", "/coverage/" + id + "/discard?x=1"}) {
            assertThat(send(maria, "/language?keep=true&back=" + back, "lang", "es").getResponse().getStatus()).as(back).isEqualTo(302);
        }
    }
}
