package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Done for you". */
class DiaryPagesTests extends PageScene {
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private Authorizations authorizations;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer();
    }

    @Test
    void anEmptyDiarySaysWhatWillStandThere() {
        assertThat(get(maria, "/account/diary"))
                .hasStatusOk()
                .bodyText()
                .contains("Done for you", "Nothing was done for you yet", "href=\"/account/assister\"")
                .doesNotContain("??", "This is wrong");
        assertThat(get(maria, "/account/diary?looks=no")).bodyText().contains("Nothing was changed for you yet");
    }

    @Test
    void eachLineSaysInPlainWordsWhatWhoWhenAndUnderWhichAuthorization() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        UUID look = handiwork.look(ana, maria);
        handiwork.change(ana, maria, "phone", "612-555-0177");
        assertThat(get(maria, "/account/diary"))
                .bodyText()
                .contains(
                        "Looked at your information", "Changed your information", ": phone", "Ana Torres", given.agencyName(),
                        "Under authorization " + given.number(), "You authorized " + given.assisterName(),
                        "may apply and enroll for you", "/account/diary/" + look + "/wrong")
                .doesNotContain("612-555-0177", "??", "[English]");
        assertThat(get(maria, "/account/diary?looks=no"))
                .bodyText()
                .contains("Changed your information")
                .doesNotContain("Looked at your information", look.toString());
    }

    @Test
    void whatTheConsumerDidStandsThereAsTheirOwn() {
        handiwork.change(maria, Map.of("phone", "612-555-0177", "interpreter", "Hmong"));
        assertThat(get(maria, "/account/diary"))
                .bodyText()
                .contains("You changed your information", "phone, interpreter")
                .doesNotContain("/wrong\"");
    }

    @Test
    void twentyFiveLinesAPageNewestFirst() {
        household.authorize(maria, ana, Scope.SEE);
        for (int i = 0; i < 26; i++) {
            handiwork.look(ana, maria);
        }
        assertThat(get(maria, "/account/diary")).bodyText().contains("1 to 25 of 27", "page=2").doesNotContain("You authorized");
        assertThat(get(maria, "/account/diary?page=2")).bodyText().contains("26 to 27 of 27", "You authorized");
        assertThat(get(maria, "/account/diary?looks=no")).bodyText().doesNotContain("page=2");
    }

    @Test
    void whatIsWrongIsToldOnAPageOfItsOwnAndStopsTheAssister() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        String page = "/account/diary/" + handiwork.look(ana, maria) + "/wrong";
        assertThat(get(maria, page))
                .hasStatusOk()
                .bodyText()
                .contains("Is something wrong?", "Looked at your information", "Ana Torres", "This is wrong: stop Ana Torres", "within 2 days")
                .doesNotContain("??");
        assertThat(authorizations.now(maria)).as("a look stops nobody").isPresent();
        assertThat(post(maria, page, "said", "y".repeat(1001))).bodyText().contains("Use 1,000 characters or fewer", "y".repeat(1001));
        assertThat(authorizations.now(maria)).isPresent();
        assertThat(post(maria, page, "said", "I asked for nothing")).hasRedirectedUrl("/account/diary");
        assertThat(authorizations.history(maria).getFirst().endReason()).isEqualTo(EndReason.DISPUTED);
        assertThat(household.task("disputed", given.id()).facts()).containsEntry("act", "consumer.profile-shown");
        assertThat(get(maria, "/account/diary")).bodyText().contains("You said that something done under authorization " + given.number());
    }

    @Test
    void aStrangersLineAndOnesOwnAreNoneToCallWrong() {
        household.authorize(maria, ana, Scope.APPLY);
        UUID own = handiwork.newest(maria);
        UUID line = handiwork.look(ana, maria);
        assertThat(get(maria, "/account/diary/" + own + "/wrong")).hasStatus(404);
        Actor tom = region.consumer();
        assertThat(get(tom, "/account/diary/" + line + "/wrong")).hasStatus(404);
        assertThat(post(tom, "/account/diary/" + line + "/wrong", "said", "")).hasStatus(404);
        assertThat(authorizations.now(maria)).isPresent();
    }
}
