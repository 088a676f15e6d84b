package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assisterportal.identity.AccountKind.WORK;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.Activations;
import org.assisterportal.identity.Activations.Completed;
import org.assisterportal.identity.Activations.Link;
import org.assisterportal.identity.ActivationView;
import org.assisterportal.identity.Invitation;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.SignIn.First;
import org.assisterportal.identity.SignIn.Second;
import org.assisterportal.notification.Outbox;
import org.assisterportal.notification.SignedLinks;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.SecretBox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class AccountLifeTests {
    private static final String PASSWORD = "violet tractor hums below nine clouds";

    @Autowired private Accounts accounts;
    @Autowired private Activations activations;
    @Autowired private SignIn signIn;
    @Autowired private SignedLinks links;
    @Autowired private Outbox outbox;
    @Autowired private SecretBox secrets;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final UUID person = UUID.randomUUID();
    private final EmailAddress email = new EmailAddress("Ana." + person + "@example.org");

    private void invite(Hat hat, UUID subject) {
        Invitation invitation = new Invitation(email, "Ana Example", hat, subject, null, "Lake Agency", "the ARC");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
    }

    private String token(Hat hat, UUID subject) {
        ActivationView view = accounts.activation(hat, subject).orElseThrow();
        return links.token("activation", view.id(), view.expiresAt());
    }

    private AccountId account() {
        return accounts.byEmail(email).orElseThrow();
    }

    private byte[] secret() {
        byte[] box =
                jdbc.sql("SELECT totp_secret FROM identity.account WHERE id = :id")
                        .param("id", account().value())
                        .query(byte[].class)
                        .single();
        return secrets.open(box);
    }

    private Completed.Done activate() {
        invite(Hat.ASSISTER, person);
        Link.Usable link = (Link.Usable) activations.look(token(Hat.ASSISTER, person));
        byte[] prepared = activations.prepare(link.activation(), PASSWORD);
        return (Completed.Done) activations.complete(prepared, codeOf(prepared));
    }

    private String codeOf(byte[] prepared) {
        String[] parts = new String(secrets.open(prepared), java.nio.charset.StandardCharsets.UTF_8).split("\n", 3);
        return Authenticator.code(java.util.Base64.getDecoder().decode(parts[1]), clock.instant());
    }

    @Test
    void anInvitedPersonSetsUpTheAccountAndSignsInWithBothFactors() {
        Completed.Done done = activate();
        assertThat(done.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(outbox.about(person)).extracting("kind").containsExactly("activation");

        First first = signIn.password(WORK, email.value().toUpperCase(java.util.Locale.ROOT), PASSWORD, "10.1.1.1", List.of());
        assertThat(first).isEqualTo(new First.Proved(account()));
        // The code that activated the account was used; the next step's is accepted, once.
        String next = Authenticator.code(secret(), clock.instant().plusSeconds(30));
        assertThat(signIn.secondFactor(account(), next, "10.1.1.1"))
                .isInstanceOfSatisfying(
                        Second.Proved.class, proved -> assertThat(proved.hats()).hasSize(1));
        assertThat(signIn.secondFactor(account(), next, "10.1.1.1")).isInstanceOf(Second.Wrong.class);
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsWritten() {
        String code = activate().recoveryCodes().getFirst();
        String typed = " " + code.replace("-", " ").toUpperCase(java.util.Locale.ROOT);
        assertThat(signIn.secondFactor(account(), typed, "10.1.1.2")).isInstanceOf(Second.Proved.class);
        assertThat(signIn.secondFactor(account(), code, "10.1.1.2")).isInstanceOf(Second.Wrong.class);
    }

    @Test
    void lookingAtTheLinkUsesNothingUpAndTheFormUsesItOnce() throws Exception {
        invite(Hat.ASSISTER, person);
        String token = token(Hat.ASSISTER, person);
        for (int i = 0; i < 3; i++) {
            assertThat(activations.look(token)).isInstanceOf(Link.Usable.class);
        }
        UUID id = ((Link.Usable) activations.look(token)).activation();
        byte[] prepared = activations.prepare(id, PASSWORD);
        String code = codeOf(prepared);
        Callable<Completed> submit = () -> activations.complete(prepared, code);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Set<Class<?>> outcomes = new HashSet<>();
            for (var outcome : threads.invokeAll(List.of(submit, submit))) {
                outcomes.add(outcome.get().getClass());
            }
            assertThat(outcomes).containsExactlyInAnyOrder(Completed.Done.class, Completed.Gone.class);
        }
        assertThat(activations.look(token)).isInstanceOf(Link.Used.class);
    }

    @Test
    void expiredWithdrawnAndForgedLinksAreToldApart() {
        invite(Hat.ASSISTER, person);
        String first = token(Hat.ASSISTER, person);
        invite(Hat.ASSISTER, person);
        assertThat(activations.look(first)).isInstanceOf(Link.Withdrawn.class);

        jdbc.sql("UPDATE identity.activation SET expires_at = :past WHERE id = :id")
                .param("past", org.assisterportal.shared.Sql.time(clock.instant().minus(Duration.ofDays(1))))
                .param("id", accounts.activation(Hat.ASSISTER, person).orElseThrow().id())
                .update();
        String expired = token(Hat.ASSISTER, person);
        assertThat(activations.look(expired)).isEqualTo(new Link.Expired("the ARC", null, person));
        activations.mailAgain(expired);
        assertThat(activations.look(token(Hat.ASSISTER, person))).isInstanceOf(Link.Usable.class);

        assertThat(activations.look(expired.substring(1) + "A")).isInstanceOf(Link.Unknown.class);
        assertThat(activations.look("")).isInstanceOf(Link.Unknown.class);
    }

    @Test
    void aSecondHatJoinsTheAccountAndOnlyItsPersonAccepts() {
        activate();
        UUID contact = UUID.randomUUID();
        invite(Hat.AGENCY_CONTACT, contact);
        String token = token(Hat.AGENCY_CONTACT, contact);
        assertThat(activations.look(token))
                .isInstanceOfSatisfying(Link.Usable.class, link -> assertThat(link.existing()).isTrue());
        assertThat(activations.accept(token, new AccountId(UUID.randomUUID()))).isInstanceOf(Completed.Gone.class);
        assertThat(activations.accept(token, account())).isInstanceOf(Completed.Done.class);
        assertThat(accounts.hats(account())).extracting("hat").containsExactly(Hat.AGENCY_CONTACT, Hat.ASSISTER);
    }

    @Test
    void anEndedHatLeavesTheAccountAndItsLinkIsDead() {
        invite(Hat.ASSISTER, person);
        String token = token(Hat.ASSISTER, person);
        transaction.executeWithoutResult(state -> accounts.endHat(Hat.ASSISTER, person, Actor.SYSTEM));
        assertThat(accounts.hats(account())).isEmpty();
        assertThat(activations.look(token)).isInstanceOf(Link.Withdrawn.class);
        assertThat(outbox.about(person)).extracting("state").asString().contains("WITHDRAWN");
    }

    @Test
    void tooManyTriesHaveToWaitAndAnUnknownAddressIsTreatedAlike() {
        activate();
        for (String address : List.of(email.value(), "nobody-" + person + "@example.org")) {
            for (int i = 0; i < 10; i++) {
                assertThat(signIn.password(WORK, address, "wrong wrong wrong", "10.9." + i + ".1", List.of())).isEqualTo(new First.Wrong());
            }
            assertThat(signIn.password(WORK, address, PASSWORD, "10.9.99.1", List.of()))
                    .isInstanceOfSatisfying(First.Wait.class, wait -> assertThat(wait.minutes()).isBetween(14, 16));
        }
    }

    @Test
    void aPasswordIsRefusedForItsReason() {
        invite(Hat.ASSISTER, person);
        UUID id = accounts.activation(Hat.ASSISTER, person).orElseThrow().id();
        assertThat(activations.passwordRefusal(id, "short but nice")).contains("identity.password.short");
        assertThat(activations.passwordRefusal(id, "Ana Example Lake Agency")).contains("identity.password.context");
        assertThat(activations.passwordRefusal(id, "passwordpassword")).contains("identity.password.common");
        assertThat(activations.passwordRefusal(id, PASSWORD)).isEmpty();
    }

    @Test
    void somebodyWhoHasToWaitLeavesOneLineAnAddressAndHour() {
        activate();
        long before = throttled();
        for (int i = 0; i < 14; i++) {
            signIn.password(WORK, email.value(), "wrong wrong wrong", "2001:db8:0:" + person.toString().substring(0, 4) + "::" + i, List.of());
        }
        assertThat(throttled()).isEqualTo(before + 1);
    }

    private long throttled() {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE act = 'signed-in' AND facts->>'reason' = 'throttled'")
                .query(Long.class)
                .single();
    }

    @Test
    void aKnownBrowserHasTriesOfItsOwnWhateverOthersTry() {
        activate();
        List<String> marks = List.of("another account's", signIn.mark(account()).orElseThrow());
        for (int i = 0; i < 12; i++) {
            signIn.password(WORK, email.value(), "wrong wrong wrong", "10.8.0." + i, List.of());
        }
        assertThat(signIn.password(WORK, email.value(), PASSWORD, "10.8.1.1", List.of())).isInstanceOf(First.Wait.class);
        assertThat(signIn.password(WORK, email.value(), PASSWORD, "10.8.1.1", List.of("forged"))).isInstanceOf(First.Wait.class);
        assertThat(signIn.password(WORK, email.value(), PASSWORD, "10.8.1.1", marks)).isInstanceOf(First.Proved.class);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn.password(WORK, email.value(), "wrong wrong wrong", "10.8.1.1", marks)).isEqualTo(new First.Wrong());
        }
        assertThat(signIn.password(WORK, email.value(), PASSWORD, "10.8.1.1", marks)).isInstanceOf(First.Wait.class);
    }

    @Test
    void aNewPasswordMakesEveryBrowserUnknown() {
        activate();
        String before = signIn.mark(account()).orElseThrow();
        jdbc.sql("UPDATE identity.account SET password_changed_at = password_changed_at + interval '1 second' WHERE id = :id")
                .param("id", account().value())
                .update();
        assertThat(signIn.mark(account())).isPresent().get().isNotEqualTo(before);
        assertThat(signIn.mark(new AccountId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void afterTenWrongCodesInARowEachFurtherTryWaitsAndThePersonIsMailedOnce() {
        List<String> codes = activate().recoveryCodes();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn.secondFactor(account(), "wrong", "10.7.0.1")).isInstanceOf(Second.Wrong.class);
            clock.travel(Duration.ofMinutes(i < 9 ? 20 : 14));
        }
        assertThat(signIn.secondFactor(account(), codes.get(0), "10.7.0.1")).isInstanceOf(Second.Wait.class);
        clock.travel(Duration.ofMinutes(2));
        assertThat(signIn.secondFactor(account(), "wrong", "10.7.0.1")).isInstanceOf(Second.Wrong.class);
        assertThat(signIn.secondFactor(account(), codes.get(0), "10.7.0.1")).isInstanceOf(Second.Wait.class);
        assertThat(outbox.about(account().value())).extracting("kind").containsOnlyOnce("codes-wrong");

        clock.travel(Duration.ofMinutes(16));
        assertThat(signIn.secondFactor(account(), codes.get(0), "10.7.0.1")).isInstanceOf(Second.Proved.class);
        assertThat(signIn.secondFactor(account(), "wrong", "10.7.0.1")).isInstanceOf(Second.Wrong.class);
        assertThat(signIn.secondFactor(account(), codes.get(1), "10.7.0.1")).isInstanceOf(Second.Proved.class);
    }
}
