package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assisterportal.identity.AccountKind.CONSUMER;
import static org.assisterportal.identity.AccountKind.WORK;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.ConsumerAccounts.Opened;
import org.assisterportal.identity.ConsumerAccounts.SignUpLink;
import org.assisterportal.identity.HatActivated;
import org.assisterportal.identity.Recovery;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.notification.Postman;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class ConsumerAccountTests extends AccountScene {
    private static final PersonName MARIA = new PersonName("Maria", "Lopez");

    @Autowired private ConsumerAccounts consumers;
    @Autowired private SignIn signIn;
    @Autowired private Recovery recovery;
    @Autowired private TermsOfUse terms;
    @Autowired private Region region;
    @Autowired private AccessDesk desk;
    @Autowired private Postman postman;
    @Autowired private Mailbox mailbox;
    @Autowired private ApplicationEvents events;

    private final String network = Region.unique("somewhere.");
    private final EmailAddress email = new EmailAddress(Region.unique("Maria.") + "@example.org");

    private void ask(@Nullable UUID subject) {
        consumers.signUp(email, subject, network, List.of());
    }

    /** The token in the newest of the address' mails that has such a link. */
    private String token(String page) {
        postman.deliverAll();
        for (Mailbox.Received letter : mailbox.newest(email.value(), 10)) {
            String found = letter.text().replaceAll("(?s).*" + page + "/([A-Za-z0-9_-]+).*", "$1");
            if (!found.equals(letter.text())) {
                return found;
            }
        }
        throw new AssertionError("no mail has a link to " + page);
    }

    private LocalDate inForce() {
        return terms.inForce(CONSUMER);
    }

    private Opened complete(String token) {
        return consumers.complete(token, MARIA, PASSWORD, inForce());
    }

    private Opened.Done opened() {
        return (Opened.Done) consumers.open(email, null, MARIA, PASSWORD, inForce());
    }

    @Test
    void theMailedLinkOpensAnAccountWithTheHatAndSaysSoToWhoListens() {
        ask(null);
        String token = token("/account/new");
        for (int i = 0; i < 3; i++) {
            assertThat(consumers.look(token)).isEqualTo(new SignUpLink.Usable(email));
        }
        Opened.Done done = (Opened.Done) complete(token);
        AccountId account = done.grant().account();
        assertThat(accounts.hats(account)).containsExactly(done.grant());
        assertThat(done.grant().hat()).isEqualTo(Hat.CONSUMER);
        assertThat(events.stream(HatActivated.class))
                .extracting(HatActivated::account, HatActivated::hat, HatActivated::subject)
                .contains(tuple(account, Hat.CONSUMER, done.grant().subject()));
        assertThat(consumers.name(account)).isEqualTo(MARIA);
        assertThat(consumers.byEmail(new EmailAddress(email.key()))).contains(account);
        assertThat(terms.due(account)).isFalse();

        assertThat(signIn.password(CONSUMER, email.value(), PASSWORD, network, List.of()))
                .isEqualTo(new SignIn.First.Proved(account));
        assertThat(signIn.passwordAlone(account))
                .contains(new SignIn.Second.Proved("Maria Lopez", List.of(done.grant())));
        assertThat(consumers.look(token)).isInstanceOf(SignUpLink.Used.class);
        assertThat(complete(token)).isEqualTo(new Opened.Gone(new SignUpLink.Used()));
    }

    @Test
    void aLinkPressedTwiceAtOnceAndTwoLinksOfOneAddressOpenOneAccount() throws Exception {
        ask(null);
        String first = token("/account/new");
        consumers.signUp(email, null, network, List.of());
        String second = token("/account/new");
        assertThat(second).isNotEqualTo(first);
        List<Callable<Opened>> presses =
                List.of(() -> complete(first), () -> complete(first), () -> complete(second), () -> complete(second));
        List<Opened> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var outcome : threads.invokeAll(presses)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).filteredOn(Opened.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Opened.Gone.class::isInstance).hasSize(3);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.account WHERE kind = 'CONSUMER' AND email_key = :key")
                        .param("key", email.key())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.hat h JOIN identity.account a ON a.id = h.account"
                                + " WHERE a.email_key = :key")
                        .param("key", email.key())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anAddressWithAnAccountIsToldSoByMailOnlyAndTheAnswerTakesTheSameTime() {
        opened();
        long known = nanos(() -> ask(null));
        postman.deliverAll();
        assertThat(mailbox.newest(email.value(), 1).getFirst().text())
                .contains("You have one already", "/account/sign-in", "/account/recover", "Usted ya tiene una")
                .doesNotContain("/account/new/");
        EmailAddress nobody = new EmailAddress(Region.unique("nobody.") + "@example.org");
        long unknown = nanos(() -> consumers.signUp(nobody, null, network, List.of()));
        for (int i = 0; i < 4; i++) {
            consumers.signUp(nobody, null, network, List.of());
        }
        long often = nanos(() -> consumers.signUp(nobody, null, network, List.of()));
        for (long one : new long[] {known, unknown, often}) {
            assertThat(Duration.ofNanos(one)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
        postman.deliverAll();
        assertThat(mailbox.newest(nobody.value(), 10)).as("three an hour from one network").hasSize(3);
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void whoeverIsHelpedAlreadyOpensTheAccountOfThatConsumerOnce() {
        UUID helped = UUID.randomUUID();
        ask(helped);
        Opened.Done done = (Opened.Done) complete(token("/account/new"));
        assertThat(done.grant().subject()).isEqualTo(helped);
        EmailAddress other = new EmailAddress(Region.unique("other.") + "@example.org");
        assertThat(consumers.open(other, helped, MARIA, PASSWORD, inForce()))
                .isEqualTo(new Opened.Gone(new SignUpLink.HasAccount()));
        assertThat(consumers.byEmail(other)).isEmpty();
    }

    @Test
    void expiredAndForgedLinksAreToldApartAndPurgedOnesHaveExpired() {
        ask(null);
        String token = token("/account/new");
        assertThat(consumers.look(token.substring(1) + "A")).isInstanceOf(SignUpLink.Unknown.class);
        jdbc.sql("UPDATE identity.sign_up SET expires_at = :past WHERE email = :email")
                .param("past", Sql.time(clock.instant()))
                .param("email", email.value())
                .update();
        assertThat(consumers.look(token)).isInstanceOf(SignUpLink.Expired.class);
        assertThat(complete(token)).isEqualTo(new Opened.Gone(new SignUpLink.Expired()));
        jdbc.sql("DELETE FROM identity.sign_up WHERE email = :email").param("email", email.value()).update();
        assertThat(consumers.look(token)).isInstanceOf(SignUpLink.Expired.class);
        assertThat(consumers.byEmail(email)).isEmpty();
    }

    @Test
    void aWeakPasswordAndTermsThatAreNotInForceOpenNothingAndLeaveTheLink() {
        ask(null);
        String token = token("/account/new");
        assertThat(consumers.complete(token, MARIA, "Maria Lopez Maria Lopez", inForce()))
                .isEqualTo(new Opened.Refused("identity.password.context"));
        assertThat(consumers.complete(token, MARIA, PASSWORD, inForce().minusDays(1))).isEqualTo(new Opened.NewerTerms());
        assertThat(complete(token)).isInstanceOf(Opened.Done.class);
    }

    @Test
    void theTwoAccountsOfOneAddressKnowNothingOfEachOther() {
        AccountId consumer = opened().grant().account();
        assertThat(accounts.byEmail(email)).isEmpty();
        String other = "a quite different password for work";
        assertThat(signIn.password(WORK, email.value(), PASSWORD, network, List.of())).isEqualTo(new SignIn.First.Wrong());
        recovery.ask(WORK, email.value(), network, List.of());
        assertThat(outbox.about(consumer.value())).isEmpty();

        UUID contact = UUID.randomUUID();
        invite(email, Hat.AGENCY_CONTACT, contact, null);
        assertThat(outbox.about(contact)).extracting("kind").as("not that there is an account").containsExactly("activation");
        AccountId work = accounts.byEmail(email).orElseThrow();
        assertThat(work).isNotEqualTo(consumer);
        assertThat(accounts.hats(consumer)).extracting("hat").containsExactly(Hat.CONSUMER);
        var link = (org.assisterportal.identity.Activations.Link.Usable) activations.look(token(Hat.AGENCY_CONTACT, contact));
        byte[] prepared = activations.prepare(link.activation(), other);
        activations.complete(prepared, codeOf(prepared, 0));

        assertThat(signIn.password(WORK, email.value(), other, network, List.of())).isEqualTo(new SignIn.First.Proved(work));
        assertThat(signIn.password(CONSUMER, email.value(), other, network, List.of())).isEqualTo(new SignIn.First.Wrong());
        assertThat(signIn.password(CONSUMER, email.value(), PASSWORD, network, List.of()))
                .isEqualTo(new SignIn.First.Proved(consumer));
        assertThat(signIn.passwordAlone(work)).as("no password alone opens an account for work").isEmpty();
        assertThat(accounts.subjects(Hat.AGENCY_CONTACT, List.of(email.key()))).containsEntry(email.key(), contact);
    }

    @Test
    void triesAtOneDoorUseUpNothingAtTheOther() {
        opened();
        for (int i = 0; i < 12; i++) {
            signIn.password(WORK, email.value(), "wrong wrong wrong", "10.21.0." + i, List.of());
        }
        assertThat(signIn.password(WORK, email.value(), PASSWORD, "10.21.1.1", List.of())).isInstanceOf(SignIn.First.Wait.class);
        assertThat(signIn.password(CONSUMER, email.value(), PASSWORD, "10.21.1.1", List.of()))
                .isInstanceOf(SignIn.First.Proved.class);
    }

    @Test
    void aRosterAnEnrollmentAndAChangedRosterAddressLeaveAConsumersAccountAlone() {
        AccountId consumer = opened().grant().account();
        String before = row(consumer);
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        PersonId ana = region.person(lakes, email.value());
        region.certify(ana);
        region.pass(ana, "assister-portal", 14, 20);
        desk.enroll(List.of(ana), Region.officer());
        assertThat(accounts.grants(Hat.ASSISTER, List.of(ana.value())).values()).extracting("account").isNotEmpty().doesNotContain(consumer);
        assertThat(outbox.about(ana.value())).extracting("kind").contains("activation").doesNotContain("activation-existing-account");
        assertThat(row(consumer)).isEqualTo(before);
        assertThat(accounts.hats(consumer)).extracting("hat").containsExactly(Hat.CONSUMER);

        UUID ben = UUID.randomUUID();
        invite(new EmailAddress(Region.unique("ben.") + "@example.org"), Hat.ASSISTER, ben, null);
        AccountId tom = region.consumer(Region.unique("Tom.") + "@example.org").accountId();
        EmailAddress toms = new EmailAddress(accounts.view(tom).email());
        transaction.executeWithoutResult(status -> accounts.rosterEmailChanged(Hat.ASSISTER, ben, "Ben", toms, Actor.SYSTEM));
        assertThat(accounts.hats(tom)).extracting("hat").containsExactly(Hat.CONSUMER);
        assertThat(accounts.hats(accounts.byEmail(toms).orElseThrow())).extracting("subject").containsExactly(ben);
    }

    private String row(AccountId account) {
        return jdbc.sql("SELECT a::text FROM identity.account a WHERE id = :id").param("id", account.value()).query(String.class).single();
    }

    @Test
    void theDatabaseItselfLetsNoHatOfOneKindOntoAnAccountOfTheOther() {
        AccountId consumer = opened().grant().account();
        AccountId work = member(Hat.ARC_OFFICER).account();
        for (String move : List.of(
                "UPDATE identity.hat SET account = '" + consumer + "' WHERE account = '" + work + "'",
                "UPDATE identity.hat SET account = '" + work + "' WHERE account = '" + consumer + "'",
                "UPDATE identity.account SET kind = 'WORK' WHERE id = '" + consumer + "'")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> jdbc.sql(move).update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aForgottenPasswordIsReplacedByMailWithoutACodeAndEndsTheSessions() {
        AccountId consumer = opened().grant().account();
        recovery.ask(CONSUMER, " " + email.key() + " ", network, List.of());
        String token = token("/account/recover");
        assertThat(recovery.form(CONSUMER, token)).contains(new Recovery.Form(false));
        assertThat(recovery.form(WORK, token)).as("no link of one door opens the other").isEmpty();
        String fresh = "seven quiet otters paint the barn";
        assertThat(recovery.reset(WORK, token, fresh, "", network)).isInstanceOf(Recovery.Changed.Gone.class);
        assertThat(recovery.reset(CONSUMER, token, "short", "", network))
                .isEqualTo(new Recovery.Changed.Refused("password", "identity.password.short"));
        assertThat(recovery.reset(CONSUMER, token, fresh, "", network)).isInstanceOf(Recovery.Changed.Done.class);
        assertThat(recovery.reset(CONSUMER, token, fresh, "", network)).isInstanceOf(Recovery.Changed.Gone.class);
        assertThat(signIn.password(CONSUMER, email.value(), fresh, network, List.of())).isInstanceOf(SignIn.First.Proved.class);
        assertThat(signIn.wear(consumer, Hat.CONSUMER, accounts.hats(consumer).getFirst().subject(), clock.instant().minusSeconds(1)))
                .as("who was between password and account signs in again")
                .isEmpty();
        assertThat(outbox.about(consumer.value())).extracting("kind").contains("consumer-password-reset", "consumer-password-changed");
        assertThat(Optional.of(linesAbout(consumer, "password.changed"))).contains(1L);
    }
}
