package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assisterportal.identity.AccountKind.WORK;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.identity.FactorLink;
import org.assisterportal.identity.FactorResets;
import org.assisterportal.identity.FactorResets.Check;
import org.assisterportal.identity.FactorResets.Outcome;
import org.assisterportal.identity.SignIn;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FactorResetTests extends AccountScene {
    private static final String NOTE = "Called 612-555-0123 from the roster; knew the agency and the start day.";

    @Autowired private FactorResets resets;
    @Autowired private FactorLink link;
    @Autowired private SignIn signIn;
    @Autowired private Region region;

    private Member first;
    private Member second;

    @BeforeEach
    void officers() {
        // The database outlives a run, and the desk shows 25 a page.
        jdbc.sql("UPDATE identity.factor_reset SET state = 'EXPIRED' WHERE state = 'PENDING'").update();
        first = member(Hat.ARC_OFFICER);
        second = member(Hat.ARC_OFFICER);
    }

    private static Outcome.Refused refusedFor(String reason) {
        return new Outcome.Refused("identity.reset." + reason);
    }

    private Outcome ask(Member lost, boolean passwordToo) {
        return resets.ask(lost.account(), Check.CALL_BACK, NOTE, passwordToo, first.actor());
    }

    private UUID waiting(Member lost) {
        return jdbc.sql("SELECT id FROM identity.factor_reset WHERE account = :id ORDER BY asked_at DESC LIMIT 1")
                .param("id", lost.account().value())
                .query(UUID.class)
                .single();
    }

    private String mailedToken(UUID reset) {
        var expires =
                jdbc.sql("SELECT link_expires_at FROM identity.factor_reset WHERE id = :id")
                        .param("id", reset)
                        .query((row, number) -> Sql.instant(row, "link_expires_at"))
                        .single();
        return links.token("factor-reset", reset, expires);
    }

    private String approved(Member lost, boolean passwordToo) {
        assertThat(ask(lost, passwordToo)).isEqualTo(new Outcome.Done());
        UUID reset = waiting(lost);
        assertThat(resets.approve(reset, second.actor())).isEqualTo(new Outcome.Done());
        return mailedToken(reset);
    }

    @Test
    void twoOfficersAndTheMailedLinkGiveANewAuthenticatorOnce() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        String token = approved(ana, false);
        assertThat(mailsTo(ana)).containsExactlyInAnyOrder("factor-reset-asked", "factor-reset-approved");
        assertThat(signIn.secondFactor(ana.account(), ana.recoveryCodes().getFirst(), "10.2.0.1"))
                .isInstanceOf(SignIn.Second.NoFactor.class);

        assertThat(link.look(token)).isEqualTo(new FactorLink.Link.Usable("Mara Member", false));
        assertThat(link.begin(token, "not the password", "10.2.0.1")).isInstanceOf(FactorLink.Begun.Refused.class);
        byte[] prepared = ((FactorLink.Begun.Ready) link.begin(token, PASSWORD, "10.2.0.1")).prepared();
        assertThat(link.complete(prepared, "000000")).isInstanceOf(FactorLink.Completed.WrongCode.class);
        assertThat(link.look(token)).isInstanceOf(FactorLink.Link.Usable.class);
        String code = codeOf(prepared, 0);
        assertThat(link.complete(prepared, code))
                .isInstanceOfSatisfying(
                        FactorLink.Completed.Done.class, done -> assertThat(done.recoveryCodes()).hasSize(10));
        assertThat(link.complete(prepared, code)).isInstanceOf(FactorLink.Completed.Gone.class);
        assertThat(link.look(token)).isInstanceOf(FactorLink.Link.Used.class);
        assertThat(mailsTo(ana)).contains("factor-changed");
        assertThat(signIn.secondFactor(ana.account(), code, "10.2.0.1")).isInstanceOf(SignIn.Second.Wrong.class);
        assertThat(signIn.secondFactor(ana.account(), codeOf(ana.account(), 30), "10.2.0.1"))
                .isInstanceOf(SignIn.Second.Proved.class);
        for (String act : List.of("factor-reset.asked", "factor-reset.approved", "factor-reset.completed")) {
            assertThat(linesAbout(ana.account(), act)).as(act).isEqualTo(1);
        }
    }

    @Test
    void whoForgotThePasswordTooChoosesANewOneWithTheLink() {
        Member ana = member(Hat.ADMINISTRATOR);
        String token = approved(ana, true);
        assertThat(link.look(token)).isEqualTo(new FactorLink.Link.Usable("Mara Member", true));
        assertThat(link.begin(token, "short", "10.2.0.2"))
                .isEqualTo(new FactorLink.Begun.Refused("identity.password.short"));
        String fresh = "quiet granite sings over seven ladders";
        byte[] prepared = ((FactorLink.Begun.Ready) link.begin(token, fresh, "10.2.0.2")).prepared();
        assertThat(link.complete(prepared, codeOf(prepared, 0))).isInstanceOf(FactorLink.Completed.Done.class);
        assertThat(signIn.password(WORK, ana.email().value(), PASSWORD, "10.2.0.2", List.of())).isInstanceOf(SignIn.First.Wrong.class);
        assertThat(signIn.password(WORK, ana.email().value(), fresh, "10.2.0.2", List.of())).isInstanceOf(SignIn.First.Proved.class);
    }

    @Test
    void theOfficerWhoCheckedCannotApproveAndNobodyDecidesOnThemselves() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        ask(ana, false);
        assertThat(resets.approve(waiting(ana), first.actor())).isEqualTo(refusedFor("same-officer"));

        assertThat(resets.ask(first.account(), Check.IN_PERSON, NOTE, false, first.actor())).isEqualTo(refusedFor("own"));
        Member third = member(Hat.ARC_OFFICER);
        assertThat(resets.ask(second.account(), Check.IN_PERSON, NOTE, false, first.actor())).isEqualTo(new Outcome.Done());
        assertThat(resets.approve(waiting(second), second.actor())).isEqualTo(refusedFor("own"));
        assertThat(resets.refuse(waiting(second), "me", second.actor())).isEqualTo(refusedFor("own"));
        assertThat(resets.approve(waiting(second), third.actor())).isEqualTo(new Outcome.Done());
    }

    @Test
    void aContactOfThePersonsAgencyNeitherAsksNorApproves() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        // The hat says no agency: the roster of today does.
        PersonId person = region.person(lakes);
        Member ana = member(Hat.ASSISTER, person.value(), null);
        Member colleague = member(Hat.AGENCY_CONTACT, UUID.randomUUID(), lakes.id().value());
        Member officer = member(Hat.ARC_OFFICER);
        invite(officer.email(), Hat.AGENCY_CONTACT, UUID.randomUUID(), lakes.id().value());

        for (Member lost : List.of(ana, colleague)) {
            assertThat(resets.ask(lost.account(), Check.CALL_BACK, NOTE, false, officer.actor())).isEqualTo(refusedFor("own"));
            ask(lost, false);
            assertThat(resets.approve(waiting(lost), officer.actor())).isEqualTo(refusedFor("own"));
            assertThat(resets.pending(1, officer.actor()).rows())
                    .filteredOn(row -> row.account().equals(lost.account()))
                    .extracting(FactorResets.Pending::refusal)
                    .containsExactly("identity.reset.own");
        }
    }

    @Test
    void twoOfficersAtOnceDecideOnce() throws Exception {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        Member third = member(Hat.ARC_OFFICER);
        ask(ana, false);
        UUID reset = waiting(ana);
        List<Callable<Outcome>> both =
                List.of(() -> resets.approve(reset, second.actor()), () -> resets.approve(reset, third.actor()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Outcome> outcomes =
                    threads.invokeAll(both).stream().map(java.util.concurrent.Future::resultNow).toList();
            assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Done(), refusedFor("decided"));
        }
        assertThat(mailsTo(ana)).filteredOn("factor-reset-approved"::equals).hasSize(1);
    }

    @Test
    void askingTwiceIsOneRequestAndARefusedOneMayBeAskedAgain() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        assertThat(ask(ana, false)).isEqualTo(new Outcome.Done());
        assertThat(ask(ana, false)).isEqualTo(refusedFor("pending"));
        assertThat(resets.refuse(waiting(ana), " ", second.actor())).isEqualTo(refusedFor("text"));
        assertThat(resets.refuse(waiting(ana), "The number had changed.", second.actor())).isEqualTo(new Outcome.Done());
        assertThat(resets.approve(waiting(ana), second.actor())).isEqualTo(refusedFor("decided"));
        assertThat(mailsTo(ana)).containsExactlyInAnyOrder("factor-reset-asked", "factor-reset-refused");
        assertThat(codeOf(ana.account(), 0)).hasSize(6);
        assertThat(ask(ana, false)).isEqualTo(new Outcome.Done());
    }

    @Test
    void afterThreeDaysARequestIsOverAndAnotherMayBeAskedFor() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        ask(ana, false);
        UUID reset = waiting(ana);
        var days =
                jdbc.sql("SELECT expires_at - asked_at = interval '3 days' FROM identity.factor_reset WHERE id = :id")
                        .param("id", reset)
                        .query(Boolean.class)
                        .single();
        assertThat(days).isTrue();
        past(reset, "expires_at");
        assertThat(resets.approve(reset, second.actor())).isEqualTo(refusedFor("expired"));
        assertThat(resets.pending(1, second.actor()).rows()).extracting("id").doesNotContain(reset);
        assertThat(ask(ana, false)).isEqualTo(new Outcome.Done());
    }

    @Test
    void anExpiredLinkOpensNothingAndANewerOneReplacesTheOlder() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        String older = approved(ana, false);
        String newer = approved(ana, true);
        assertThat(link.look(older)).isInstanceOf(FactorLink.Link.Expired.class);
        assertThat(link.begin(older, PASSWORD, "10.2.0.3")).isInstanceOf(FactorLink.Begun.Gone.class);
        byte[] prepared = ((FactorLink.Begun.Ready) link.begin(newer, "quiet granite sings over seven", "10.2.0.3")).prepared();
        past(waiting(ana), "link_expires_at");
        assertThat(link.look(newer)).isInstanceOf(FactorLink.Link.Expired.class);
        assertThat(link.complete(prepared, codeOf(prepared, 0))).isInstanceOf(FactorLink.Completed.Gone.class);
        assertThat(link.look("AAAA")).isInstanceOf(FactorLink.Link.Unknown.class);
    }

    @Test
    void onlyOfficersReachTheDeskAndAnAccountNeverSetUpHasNothingToLose() {
        Member contact = member(Hat.AGENCY_CONTACT, UUID.randomUUID(), null);
        assertThatThrownBy(() -> resets.pending(1, contact.actor())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> resets.ask(contact.account(), Check.IN_PERSON, NOTE, false, contact.actor()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> resets.find(new AccountId(UUID.randomUUID()), first.actor())).isInstanceOf(NotFound.class);

        EmailAddress email = new EmailAddress(Region.unique("new.") + "@example.org");
        invite(email, Hat.ASSISTER, UUID.randomUUID(), null);
        assertThat(resets.find(email, first.actor()).orElseThrow().refusal()).isEqualTo("identity.reset.not-set-up");
        AccountId account = accounts.byEmail(email).orElseThrow();
        assertThat(resets.ask(account, Check.IN_PERSON, NOTE, false, first.actor())).isEqualTo(refusedFor("not-set-up"));
    }

    @Test
    void approvalEndsEverySession() {
        UUID person = UUID.randomUUID();
        Member ana = member(Hat.ASSISTER, person, null);
        var proved = clock.instant();
        assertThat(signIn.wear(ana.account(), Hat.ASSISTER, person, proved)).isPresent();
        approved(ana, false);
        assertThat(signIn.wear(ana.account(), Hat.ASSISTER, person, proved)).isEmpty();
    }

    private void past(UUID reset, String column) {
        assertThat(Set.of("expires_at", "link_expires_at")).contains(column);
        jdbc.sql("UPDATE identity.factor_reset SET " + column + " = :past WHERE id = :id")
                .param("past", Sql.time(clock.instant().minus(Duration.ofMinutes(1))))
                .param("id", reset)
                .update();
    }
}
