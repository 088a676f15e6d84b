package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assisterportal.identity.AccountKind.WORK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assisterportal.Region;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.AddressChange;
import org.assisterportal.identity.OwnFactor;
import org.assisterportal.identity.Recovery;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.notification.Postman;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnAccountTests extends AccountScene {
    @Autowired private OwnFactor factor;
    @Autowired private AddressChange addresses;
    @Autowired private TermsOfUse terms;
    @Autowired private SignIn signIn;
    @Autowired private Recovery recovery;
    @Autowired private PolicyValues policy;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;

    @Test
    void aNewAuthenticatorNeedsThePasswordAndTheOldOneAndReplacesBothOldKinds() {
        Member ana = member(Hat.ARC_OFFICER);
        String recovery = ana.recoveryCodes().getFirst();
        assertThat(factor.begin(ana.account(), "wrong", recovery, "10.3.0.1"))
                .isEqualTo(new OwnFactor.Begun.Refused("present", "recover.present.wrong"));
        assertThat(factor.begin(ana.account(), PASSWORD, "000000", "10.3.0.1"))
                .isEqualTo(new OwnFactor.Begun.Refused("code", "recover.code.wrong"));
        byte[] prepared =
                ((OwnFactor.Begun.Ready) factor.begin(ana.account(), PASSWORD, recovery, "10.3.0.1")).prepared();
        String oldApp = codeOf(ana.account(), 30);
        assertThat(factor.complete(ana.account(), prepared, "000000")).isInstanceOf(OwnFactor.Completed.Refused.class);
        assertThat(factor.complete(member(Hat.ARC_OFFICER).account(), prepared, codeOf(prepared, 0)))
                .isInstanceOf(OwnFactor.Completed.Gone.class);
        assertThat(factor.complete(ana.account(), prepared, codeOf(prepared, 0)))
                .isInstanceOfSatisfying(OwnFactor.Completed.Done.class, done -> assertThat(done.recoveryCodes()).hasSize(10));
        assertThat(signIn.secondFactor(ana.account(), oldApp, "10.3.0.1")).isInstanceOf(SignIn.Second.Wrong.class);
        assertThat(signIn.secondFactor(ana.account(), ana.recoveryCodes().get(1), "10.3.0.1"))
                .isInstanceOf(SignIn.Second.Wrong.class);
        assertThat(mailsTo(ana)).contains("factor-changed");
        assertThat(linesAbout(ana.account(), "factor.changed")).isEqualTo(1);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnesForTheSecondFactor() {
        Member ana = member(Hat.ARC_OFFICER);
        assertThat(factor.renewCodes(ana.account(), "000000", "10.3.0.2")).isInstanceOf(OwnFactor.Completed.Refused.class);
        OwnFactor.Completed.Done done =
                (OwnFactor.Completed.Done) factor.renewCodes(ana.account(), codeOf(ana.account(), 30), "10.3.0.2");
        assertThat(done.recoveryCodes()).hasSize(10).doesNotContainAnyElementsOf(ana.recoveryCodes());
        assertThat(accounts.view(ana.account()).recoveryCodes()).isEqualTo(10);
        assertThat(signIn.secondFactor(ana.account(), ana.recoveryCodes().getFirst(), "10.3.0.2"))
                .isInstanceOf(SignIn.Second.Wrong.class);
        assertThat(signIn.secondFactor(ana.account(), done.recoveryCodes().getFirst(), "10.3.0.2"))
                .isInstanceOf(SignIn.Second.Proved.class);
        assertThat(accounts.view(ana.account()).recoveryCodes()).isEqualTo(9);
        assertThat(mailsTo(ana)).contains("recovery-codes-renewed");
    }

    @Test
    void theRostersAddressBecomesTheSignInAddressWithTheCodeMailedThere() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        EmailAddress fresh = new EmailAddress(Region.unique("Ana.New.") + "@example.org");
        assertThat(addresses.ask(ana.account(), fresh)).isEqualTo(new AddressChange.Outcome.Done());
        postman.deliverAll();
        String code = mailbox.newest(fresh.value(), 1).getFirst().text().replaceAll("(?s).*code is (\\d{8}).*", "$1");
        assertThat(addresses.confirm(ana.account(), fresh, "00000000"))
                .isEqualTo(new AddressChange.Outcome.Refused("identity.address.code"));
        EmailAddress another = new EmailAddress(Region.unique("other.") + "@example.org");
        assertThat(addresses.confirm(ana.account(), another, code)).isInstanceOf(AddressChange.Outcome.Refused.class);
        assertThat(addresses.confirm(ana.account(), fresh, code)).isEqualTo(new AddressChange.Outcome.Done());
        assertThat(addresses.confirm(ana.account(), fresh, code)).isInstanceOf(AddressChange.Outcome.Refused.class);

        assertThat(signIn.password(WORK, fresh.value(), PASSWORD, "10.3.0.3", List.of())).isEqualTo(new SignIn.First.Proved(ana.account()));
        assertThat(signIn.password(WORK, ana.email().value(), PASSWORD, "10.3.0.3", List.of())).isInstanceOf(SignIn.First.Wrong.class);
        postman.deliverAll();
        assertThat(mailbox.newest(ana.email().value(), 1).getFirst().text())
                .contains("you sign in with another e-mail address")
                .doesNotContain(fresh.value());
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsOverToo() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        EmailAddress fresh = new EmailAddress(Region.unique("ana.new.") + "@example.org");
        addresses.ask(ana.account(), fresh);
        postman.deliverAll();
        String code = mailbox.newest(fresh.value(), 1).getFirst().text().replaceAll("(?s).*code is (\\d{8}).*", "$1");
        for (int i = 0; i < 5; i++) {
            addresses.confirm(ana.account(), fresh, "0000000" + i);
        }
        assertThat(addresses.confirm(ana.account(), fresh, code)).isInstanceOf(AddressChange.Outcome.Refused.class);
        assertThat(accounts.byEmail(fresh)).isEmpty();
    }

    @Test
    void ofTwoWhoProveOneAddressAtOnceOneHasItAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 5; round++) {
            EmailAddress fresh = new EmailAddress(Region.unique("shared.new.") + "@example.org");
            List<Callable<AddressChange.Outcome>> both = new ArrayList<>();
            List<AccountId> two = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                AccountId account = member(Hat.ARC_OFFICER).account();
                addresses.ask(account, fresh);
                postman.deliverAll();
                String code = mailbox.newest(fresh.value(), 1).getFirst().text().replaceAll("(?s).*code is (\\d{8}).*", "$1");
                both.add(() -> addresses.confirm(account, fresh, code));
                two.add(account);
            }
            List<AddressChange.Outcome> outcomes = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var outcome : threads.invokeAll(both)) {
                    outcomes.add(outcome.get());
                }
            }
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            new AddressChange.Outcome.Done(), new AddressChange.Outcome.Refused("identity.address.taken"));
            AccountId loser = two.get(outcomes.indexOf(new AddressChange.Outcome.Refused("identity.address.taken")));
            assertThat(accounts.byEmail(fresh)).isPresent().get().isNotEqualTo(loser);
            assertThat(
                            jdbc.sql("SELECT facts->>'reason' FROM audit.line WHERE act = 'address.changed' AND refused AND subject = :id")
                                    .param("id", loser.value())
                                    .query(String.class)
                                    .list())
                    .containsExactly("taken");
        }
    }

    @Test
    void anAddressOfAnotherAccountIsNotTaken() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        Member ben = member(Hat.ASSISTER, UUID.randomUUID(), null);
        assertThat(addresses.ask(ana.account(), ben.email()))
                .isEqualTo(new AddressChange.Outcome.Refused("identity.address.taken"));
    }

    @Test
    void newerTermsAreDueUntilTheirVersionIsAccepted() {
        Member ana = member(Hat.ARC_OFFICER);
        assertThat(terms.due(ana.account())).isFalse();
        Member ben = member(Hat.ARC_OFFICER);
        acceptedOlderTerms(ben);
        assertThat(terms.due(ben.account())).isTrue();
        var inForce = policy.inForce("text.terms-of-use").effectiveFrom();
        assertThat(terms.accept(ben.account(), inForce.minusDays(1))).isFalse();
        assertThat(terms.due(ben.account())).isTrue();
        assertThat(terms.accept(ben.account(), inForce)).isTrue();
        assertThat(terms.accept(ben.account(), inForce)).isTrue();
        assertThat(terms.due(ben.account())).isFalse();
        assertThat(linesAbout(ben.account(), "terms.accepted")).isEqualTo(1);
    }

    @Test
    void aHatThatEndedWhileItsPersonWasSigningInIsNotWornAnyMore() {
        UUID person = UUID.randomUUID();
        Member ana = member(Hat.ASSISTER, person, null);
        var proved = clock.instant();
        transaction.executeWithoutResult(status -> accounts.endHat(Hat.ASSISTER, person, Actor.SYSTEM));
        assertThat(signIn.wear(ana.account(), Hat.ASSISTER, person, proved)).isEmpty();
        assertThat(signIn.wear(ana.account(), Hat.ASSISTER, person, clock.instant().plusSeconds(1))).isEmpty();
        assertThat(signIn.wearable(ana.account())).isEmpty();
    }

    @Test
    void anUnknownAddressLeavesItsLineAndAForgottenPasswordIsAnsweredAfterTheSameTime() {
        long before = unknownAddressLines();
        signIn.password(WORK, Region.unique("nobody.") + "@example.org", PASSWORD, "10.3.0.4", List.of());
        assertThat(unknownAddressLines()).isEqualTo(before + 1);

        Member ana = member(Hat.ARC_OFFICER);
        for (String address : new String[] {ana.email().value(), Region.unique("nobody.") + "@example.org"}) {
            long start = System.nanoTime();
            recovery.ask(WORK, address, "10.3.0.5", List.of());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
        assertThat(mailsTo(ana)).contains("password-reset");
    }

    private long unknownAddressLines() {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE act = 'signed-in' AND refused AND facts->>'reason' = 'unknown-address'")
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverAsksForAPersonsNewPasswordUsesUpNobodyElsesMails() {
        Member ana = member(Hat.ARC_OFFICER);
        for (int i = 0; i < 5; i++) {
            recovery.ask(WORK, ana.email().value(), "10.3.1.1", List.of());
        }
        assertThat(resets(ana)).isEqualTo(3);
        recovery.ask(WORK, ana.email().value(), "10.3.1.2", List.of());
        assertThat(resets(ana)).isEqualTo(4);
        for (int i = 0; i < 12; i++) {
            recovery.ask(WORK, ana.email().value(), "10.3.2." + i, List.of());
        }
        assertThat(resets(ana)).isEqualTo(10);
        List<String> marks = signIn.mark(ana.account()).stream().toList();
        for (int i = 0; i < 5; i++) {
            recovery.ask(WORK, ana.email().value(), "10.3.1.1", marks);
        }
        assertThat(resets(ana)).isEqualTo(13);
    }

    private long resets(Member of) {
        return mailsTo(of).stream().filter("password-reset"::equals).count();
    }
}
