package org.assisterportal.amp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.HelpNow;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agency's contacts read of their people's consumers, and whom they propose instead of somebody. */
class CaseloadPageTests extends PageScene {
    @Autowired Household household;
    @Autowired Authorizations authorizations;
    @Autowired Caseload caseload;
    @Autowired Rosters rosters;

    private Region.Office office;
    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void anOfficeWithAnAssisterAndAConsumer() {
        office = region.agency(AgencyKind.NAVIGATOR);
        ana = household.assister(office);
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
    }

    private String instead(PersonId person) {
        return "/amp/consumers/" + person;
    }

    @Test
    void theAgencyReadsNumbersAndAgesAndNothingOfWhom() {
        Actor tom = household.consumer("Tom", "Olson");
        household.authorize(tom, ana, Scope.SEE);
        transaction.executeWithoutResult(
                state -> caseload.progress(ConsumerId.of(tom), "ENROLLED", "NONE", Waits.NOBODY, null));
        assertThat(get(office.contact(), "/amp/consumers"))
                .hasStatusOk()
                .bodyText()
                .contains("Consumers of Lakes Health", "Ana Torres", "Can help", "today")
                .containsPattern("data-label=\"Consumers\">2<")
                .containsPattern("data-label=\"Waiting for us\">1<")
                .doesNotContain("Maria", "Lopez", "Tom", "Olson", String.valueOf(maria.subject()), "??");
    }

    @Test
    void anAgencyWithoutConsumersIsTold() {
        assertThat(get(region.agency(AgencyKind.CAC).contact(), "/amp/consumers")).bodyText().contains("No consumer has authorized anybody");
    }

    @Test
    void whoStoppedOrLeftStillStandsThereWithTheirConsumers() {
        household.stop(ana);
        assertThat(get(office.contact(), "/amp/consumers")).bodyText().contains("Cannot help now");
        rosters.stop(ana.person(), Rosters.Stop.EMPLOYMENT, office.contact());
        assertThat(get(office.contact(), "/amp/consumers")).bodyText().contains("No longer on your roster");
    }

    @Test
    void aProposalIsReadByTheConsumerOfSomebodyWhoStopped() {
        Household.Assister ben = household.assister(office);
        assertThat(get(office.contact(), instead(ana.person())))
                .hasStatusOk()
                .bodyText()
                .contains("Who could help instead of Ana Torres", "You propose nobody yet", "value=\"" + ben.person() + "\"")
                .doesNotContain("??");
        assertThat(post(office.contact(), instead(ana.person()), "add", ben.person().toString())).hasRedirectedUrl(instead(ana.person()));
        assertThat(authorizations.now(maria).map(HelpNow::proposals).orElseThrow()).as("while Ana works").isEmpty();
        household.stop(ana);
        assertThat(authorizations.now(maria).map(HelpNow::proposals).orElseThrow())
                .extracting(HelperCard::person)
                .containsExactly(ben.person());
        assertThat(get(office.contact(), instead(ana.person()))).bodyText().contains("Remove", "name=\"remove\" value=\"" + ben.person());
        household.stop(ben);
        assertThat(authorizations.now(maria).map(HelpNow::proposals).orElseThrow()).as("who can't help either").isEmpty();
        assertThat(get(office.contact(), instead(ana.person()))).bodyText().contains("Cannot help now, so consumers do not see");
        assertThat(post(office.contact(), instead(ana.person()), "remove", ben.person().toString())).hasRedirectedUrl(instead(ana.person()));
        assertThat(get(office.contact(), instead(ana.person()))).bodyText().contains("You propose nobody yet");
    }

    @Test
    void nobodyIsProposedWhoCannotHelpAndNoSixth() {
        PersonId idle = region.person(office);
        Household.Assister elsewhere = household.assister(region.agency(AgencyKind.NAVIGATOR));
        for (PersonId no : new PersonId[] {idle, elsewhere.person(), ana.person()}) {
            assertThat(refusal(no)).isEqualTo("caseload.proposal.refused.not-now");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(household.assister(office).person())).isEqualTo("null");
        }
        assertThat(refusal(household.assister(office).person())).isEqualTo("caseload.proposal.refused.enough");
    }

    private String refusal(PersonId colleague) {
        return String.valueOf(
                post(office.contact(), instead(ana.person()), "add", colleague.toString()).getMvcResult().getFlashMap().get("refused"));
    }

    @Test
    void onlyAnAuthorizedContactOfThatAgencyProposes() {
        Actor payer = region.contact(office.id(), ContactRole.PAYMENT_COORDINATOR);
        assertThat(get(payer, "/amp/consumers")).bodyText().contains("Ana Torres").doesNotContain("/amp/consumers/");
        assertThat(get(payer, instead(ana.person()))).hasStatus(404);
        assertThat(post(payer, instead(ana.person()), "add", UUID.randomUUID().toString())).hasStatus(404);
        Actor stranger = region.agency(AgencyKind.NAVIGATOR).contact();
        assertThat(get(stranger, instead(ana.person()))).hasStatus(404);
        assertThat(get(stranger, "/amp/consumers")).bodyText().doesNotContain("Ana Torres");
    }
}
