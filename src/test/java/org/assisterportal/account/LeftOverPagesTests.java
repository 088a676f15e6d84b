package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an assister had typed when the authority ended. */
class LeftOverPagesTests extends PageScene {
    @Autowired private Consumers consumers;
    @Autowired private Handiwork handiwork;

    private final UUID left = UUID.randomUUID();
    private final String page = "/account/left-overs/" + left;
    private Actor maria;

    @BeforeEach
    void oneConsumer() {
        maria = region.consumer();
    }

    @Test
    void homeAndProfileSayThatSomethingIsLeftUntilItIsSettled() {
        assertThat(get(maria, "/account")).bodyText().doesNotContain("An assister was not finished");
        handiwork.leave(left, maria, Map.of("phone", "612-555-0177"));
        assertThat(get(maria, "/account")).bodyText().contains("An assister was not finished", page, "Ana Torres").doesNotContain("??");
        assertThat(get(maria, "/account/profile")).bodyText().contains("An assister was not finished", page);
        assertThat(post(maria, page, "take", "false")).hasRedirectedUrl("/account/profile");
        assertThat(get(maria, "/account")).bodyText().doesNotContain("An assister was not finished");
        assertThat(consumers.own(maria).phone()).isEmpty();
        assertThat(post(maria, page, "take", "true")).hasStatus(404);
    }

    @Test
    void thePageSetsWhatWasTypedBesideWhatIsSavedAndTakesItOver() {
        handiwork.leave(left, maria, Map.of("first-name", "Maria", "phone", "612-555-0177", "interpreter", "Hmong", "language", "es"));
        assertThat(get(maria, page))
                .hasStatusOk()
                .bodyText()
                .contains("What an assister had typed", "Ana Torres", "612-555-0177", "Hmong", "Español", "nothing", "Take it over", "Throw it away")
                .doesNotContain("First name", "??");
        assertThat(post(maria, page, "take", "true")).hasRedirectedUrl("/account/profile");
        assertThat(consumers.own(maria).phone()).isEqualTo("612-555-0177");
    }

    @Test
    void whatCannotBeTakenOverStaysAndIsCorrectedInTheForm() {
        handiwork.leave(left, maria, Map.of("phone", "12", "interpreter", "Hmong"));
        assertThat(post(maria, page, "take", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("It cannot be taken over as it is", "Phone", "Write ten digits", "/account/profile?from=" + left)
                .doesNotContain("??");
        assertThat(consumers.leftOvers(maria)).hasSize(1);
        assertThat(get(maria, "/account/profile?from=" + left)).bodyText().contains("value=\"12\"", "value=\"Hmong\"");
    }

    @Test
    void whatIsThereAlreadyNeedsNoTakingOver() {
        handiwork.leave(left, maria, Map.of("first-name", "Maria"));
        assertThat(get(maria, page)).bodyText().contains("stands in your information already").doesNotContain("Take it over");
    }

    @Test
    void aStrangersIsNotFound() {
        handiwork.leave(left, maria, Map.of("phone", "612-555-0177"));
        Actor tom = region.consumer();
        assertThat(get(tom, page)).hasStatus(404);
        assertThat(post(tom, page, "take", "true")).hasStatus(404);
        assertThat(get(tom, "/account/profile?from=" + left)).hasStatus(404);
        assertThat(consumers.leftOvers(maria)).hasSize(1);
    }
}
