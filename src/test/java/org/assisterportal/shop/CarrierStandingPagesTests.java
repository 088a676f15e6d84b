package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierStanding;
import org.assisterportal.carrier.domain.CarrierHand;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** A policy's page says in plain words how it stands with the carrier; to the household, its assister and the officer. */
class CarrierStandingPagesTests extends CoverageScene {
    @Autowired private Policyholder policyholder;
    @Autowired private EventScene events;
    @Autowired private CarrierHand carrier;
    @Autowired private CarrierStanding standing;
    @Autowired private CarrierFiles files;

    private PolicyNumber number = new PolicyNumber(0);

    private void says(String... words) {
        for (Actor by : new Actor[] {maria, ana.actor()}) {
            assertThat(body(look(by, at("policies/" + number)))).as(String.valueOf(by.hat())).contains(words).doesNotContain("??");
        }
    }

    private String officers(String page) {
        return body(look(Region.officer(), new MockHttpSession(), page));
    }

    @Test
    void itIsToldStepByStepAndAgainAfterAChange() {
        number = policyholder.policy(maria);
        id = handiwork.signed(maria);
        says("The carrier is not told yet", "The carrier sends a bill for the time since the first day of coverage");
        assertThat(officers("/arc/carriers/policies/" + number)).contains("No file has this policy yet");
        events.tell(number);
        carrier.round();
        says("Sent to the carrier on", "not confirmed yet");
        assertThat(officers("/arc/carriers/policies/" + number)).contains("Sent, no answer yet", "/arc/carriers/" + carrier.newest(number.toString()).control());
        carrier.accepts(carrier.newest(number.toString()));
        says("It confirmed on");
        policyholder.costs(maria, number, new Money(41_000));
        says("goes with the next file that the carrier gets. Before that: Sent to the carrier on");
        events.tell();
        carrier.round();
        says("not confirmed yet");
        carrier.rejects(carrier.newest(number.toString()));
        says("could not read it", "The marketplace is looking at it", "nobody has to sign again");
        assertThat(officers("/arc/carriers/policies/" + number)).contains("Rejected: see the task", "Accepted");
    }

    @Test
    void aRejectedStartIsSaidBeforeALaterChangeThatTheCarrierCouldRead() {
        number = policyholder.policy(maria);
        id = handiwork.signed(maria);
        events.tell(number);
        carrier.round();
        CarrierHand.Sent start = carrier.newest(number.toString());
        carrier.rejects(start);
        policyholder.costs(maria, number, new Money(41_000));
        events.tell();
        carrier.round();
        CarrierHand.Sent change = carrier.newest(number.toString());
        carrier.accepts(change);
        says("The file that starts this plan was sent", "it may not know yet that you have this plan", "The marketplace is looking at it", "The newest change: Sent to the carrier on");
        assertThat(household.as(maria, () -> standing.known(number.toString(), true)).orElseThrow().isOlder()).as("a plan that never began").isFalse();
        files.sendAgain(start.control(), Region.officer());
        carrier.round();
        carrier.accepts(start);
        assertThat(body(look(maria, at("policies/" + number)))).contains("It confirmed on").doesNotContain("could not read it", "The file that starts this plan");
    }

    @Test
    void whoHelpsAnotherConsumerSeesNothingOfItAlsoInTheDatabase() {
        number = policyholder.policy(maria);
        events.tell(number);
        carrier.round();
        Household.Assister ben = household.assister(region.agency(AgencyKind.NAVIGATOR));
        assertThat(household.as(ben.actor(), () -> standing.known(number.toString(), false))).isEmpty();
        assertThat(household.as(ana.actor(), () -> standing.known(number.toString(), false))).isPresent();
    }

    @Test
    void anOfficerFindsAPolicyByItsNumber() {
        assertThat(send(Region.officer(), new MockHttpSession(), "/arc/carriers/policies", "number", " 7000 0001 ")).hasRedirectedUrl("/arc/carriers/policies/70000001");
        assertThat(send(Region.officer(), new MockHttpSession(), "/arc/carriers/policies", "number", "<Maria>")).hasRedirectedUrl("/arc/carriers");
        assertThat(look(maria, "/arc/carriers/policies/70000001")).hasStatus(403);
    }
}
