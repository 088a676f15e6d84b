package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.AuthorizationView.EndReason;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.MailedConfirmations.Confirmation;
import org.assisterportal.consumer.MailedConfirmations.Confirmed;
import org.assisterportal.consumer.MailedConfirmations.Look;
import org.assisterportal.consumer.MailedConfirmations.Why;
import org.assisterportal.consumer.MailedRequests;
import org.assisterportal.consumer.MailedRequests.Act;
import org.assisterportal.consumer.MailedRequests.Asked;
import org.assisterportal.consumer.MailedRequests.Pending;
import org.assisterportal.consumer.MailedRequests.State;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.SignIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way without an account: an assister asks, and only who reads the mail can say yes. */
@MarketplaceTest
class MailedRequestTests {
    private static final Place PHONE = new Place("198.51.100.7", "Consumer's phone", List.of(), null);

    @Autowired Household household;
    @Autowired Region region;
    @Autowired MailedRequests requests;
    @Autowired MailedConfirmations confirmations;
    @Autowired Authorizations authorizations;
    @Autowired Rosters rosters;
    @Autowired Guard guard;
    @Autowired SignIn signIn;
    @Autowired SpotCheckDraw draw;
    @Autowired JdbcClient jdbc;

    private Household.Assister ana;
    private final String email = Region.unique("maria") + "@families.example";

    @BeforeEach
    void oneAssister() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
    }

    private Asked ask(String address) {
        return household.ask(ana.actor(), "Maria", "Lopez", address, "en", Scope.APPLY);
    }

    private Household.Mailed asked() {
        assertThat(ask(email)).isInstanceOf(Asked.Done.class);
        return household.mailed(email);
    }

    private Look look(String token, Place place) {
        return confirmations.look(token, Scope.APPLY, Locale.ENGLISH, place);
    }

    private Confirmed confirm(Household.Mailed mail, String code, Scope scope, Place place) {
        Look look = confirmations.look(mail.token(), scope, Locale.ENGLISH, PHONE);
        String hash = look instanceof Look.Open open ? open.words().hash() : "";
        return confirmations.confirm(mail.token(), new Confirmation(code, scope, hash, Locale.ENGLISH), place);
    }

    private Confirmed confirm(Household.Mailed mail) {
        return confirm(mail, mail.code(), Scope.APPLY, PHONE);
    }

    private Pending pending() {
        return household.as(ana.actor(), () -> requests.pending(ana.actor(), 1)).rows().getFirst();
    }

    private Guard.Decision guarded() {
        ConsumerId maria = ConsumerId.of(household.without(email));
        return household.as(ana.actor(), () -> household.inTransaction(() -> guard.decide(ana.actor(), maria, Scope.APPLY)));
    }

    private AuthorizationView given() {
        return authorizations.history(household.without(email)).getFirst();
    }

    private void endsIn(String time) {
        jdbc.sql("UPDATE consumer.authority SET valid_until = now() + :time::interval WHERE consumer = :consumer")
                .param("time", time)
                .param("consumer", household.without(email).subject())
                .update();
    }

    @Test
    void theCodeFromTheMailAndNothingElseLetsTheAssisterHelp() {
        Household.Mailed mail = asked();
        assertThat(look(mail.token(), PHONE))
                .isInstanceOfSatisfying(Look.Open.class, open -> assertThat(open.card().person()).isEqualTo(ana.person()));
        assertThat(confirm(mail, "BBBBBBBB", Scope.APPLY, PHONE)).isEqualTo(new Confirmed.WrongCode(4));
        assertThat(confirm(mail, "", Scope.APPLY, PHONE)).isEqualTo(new Confirmed.WrongCode(3));
        assertThat(pending().state()).isEqualTo(State.WAITING);
        String typed = mail.code().toLowerCase(Locale.ROOT).replaceFirst("(....)", "$1 ");
        assertThat(confirm(mail, typed, Scope.APPLY, PHONE)).isEqualTo(new Confirmed.Done());
        assertThat(guarded()).isInstanceOf(Guard.Decision.Granted.class);
        assertThat(given().method()).isEqualTo(Method.MAILED_CODE);
        assertThat(look(mail.token(), PHONE)).isInstanceOf(Look.Helping.class);
        assertThat(household.newestMail(email, "after 30 days")).contains("/wrong/", String.valueOf(given().number()));
        assertThat(household.as(ana.actor(), () -> requests.pending(ana.actor(), 1)).rows()).as("in the list of consumers by now").isEmpty();
    }

    @Test
    void aCodeIsStoredNowhere() {
        Household.Mailed mail = asked();
        assertThat(jdbc.sql("SELECT count(*) FROM consumer.request r WHERE r::text LIKE :code").param("code", "%" + mail.code() + "%")
                        .query(Long.class).single()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM notification.outbox o WHERE o::text LIKE :code").param("code", "%" + mail.code() + "%")
                        .query(Long.class).single()).isZero();
    }

    @Test
    void fiveWrongCodesEndTheRequestAlsoForWhoHasTheRightOne() {
        Household.Mailed mail = asked();
        for (int i = 0; i < 4; i++) {
            assertThat(confirm(mail, "2222222" + i, Scope.APPLY, PHONE)).isInstanceOf(Confirmed.WrongCode.class);
        }
        assertThat(confirm(mail, "22222222", Scope.APPLY, PHONE)).isEqualTo(new Confirmed.Closed(Why.CODES));
        assertThat(confirm(mail)).isEqualTo(new Confirmed.Closed(Why.CODES));
        assertThat(pending()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.CODES);
            assertThat(one.again()).isFalse();
        });
    }

    @Test
    void noAssisterAndNobodyAtWorkConfirmsWithTheRightCodeInTheirOwnBrowser() {
        Household.Mailed mail = asked();
        UUID account = Objects.requireNonNull(ana.actor().account());
        jdbc.sql("UPDATE identity.account SET password_changed_at = now() WHERE id = :id").param("id", account).update();
        String mark = household.inTransaction(() -> signIn.mark(ana.actor().accountId()).orElseThrow());
        Household.Assister ben = household.assister(ana.office());
        for (Place place :
                List.of(
                        new Place("198.51.100.7", "x", List.of(), ana.actor()), new Place("198.51.100.7", "x", List.of(), ben.actor()),
                        new Place("198.51.100.7", "x", List.of(), ana.office().contact()),
                        new Place("198.51.100.7", "x", List.of(), Region.officer()),
                        new Place("198.51.100.7", "x", List.of("another", mark), null))) {
            assertThat(look(mail.token(), place)).isEqualTo(new Look.Closed(Why.NOT_HERE));
            assertThat(confirm(mail, mail.code(), Scope.APPLY, place)).isEqualTo(new Confirmed.Closed(Why.NOT_HERE));
            assertThat(confirmations.decline(mail.token(), place)).isFalse();
        }
        assertThat(pending().state()).isEqualTo(State.WAITING);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.line WHERE account = :a AND act = 'request.confirmed' AND refused")
                        .param("a", account).query(Long.class).single()).as("the attempt stands in the record").isEqualTo(1);
    }

    @Test
    void theSameNetworkOrBrowserIsSeen() {
        Household.Mailed mail = asked();
        confirm(mail, mail.code(), Scope.APPLY, new Place("192.0.2.1", "Another browser", List.of(), null));
        assertThat(jdbc.sql("SELECT flags::text FROM consumer.request WHERE email = :email").param("email", email)
                        .query(String.class).single()).isEqualTo("{SAME_NETWORK}");
    }

    @Test
    void addressesOfThoseWhoHelpAreRefusedHoweverTheyAreWritten() {
        String local = Region.unique("dana.");
        Map<RosterColumn, String> row = Region.row(local + "@gmail.com");
        rosters.keep(null, null, row, ana.office().contact());
        region.submit(ana.office().contact());
        assertThat(ask(household.email(ana.person()))).isEqualTo(refused("request.problem.roster"));
        assertThat(ask(local + "@GMAIL.com")).isEqualTo(refused("request.problem.roster"));
        assertThat(ask(local.replace(".", "") + "+maria@googlemail.com")).isEqualTo(refused("request.problem.roster"));
        assertThat(ask(Region.unique("maria") + "@example.org")).as("contacts' domain").isEqualTo(refused("request.problem.agency"));
        assertThat(ask("maria@mail.lakes.example.org")).as("below it").isEqualTo(refused("request.problem.agency"));
        assertThat(ask("info@families.example")).isEqualTo(refused("request.problem.shared"));
        assertThat(ask(Region.unique("maria") + "@gmail.com")).as("a provider for everybody").isInstanceOf(Asked.Done.class);
        assertThat(household.ask(ana.actor(), "Call 555 now", "www.x.example", "maria", "fr", Scope.SEE))
                .isInstanceOfSatisfying(
                        Asked.Refused.class,
                        refused -> assertThat(refused.problems()).containsOnlyKeys("first-name", "last-name", "email", "language"));
    }

    private static Asked refused(String key) {
        return new Asked.Refused(Map.of("email", key));
    }

    @Test
    void whetherAnAddressHasAnAccountIsToldToItsOwnerOnly() {
        region.consumer(email);
        assertThat(ask(email)).isInstanceOf(Asked.Done.class);
        assertThat(household.newestMail(email, "We know this e-mail address")).contains("/account/assister").doesNotContain("/confirm/");
        assertThat(pending()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.WAITING);
            assertThat(one.again()).isTrue();
        });
    }

    @Test
    void anAddressThatIsHelpedAlreadyOrIsAnothersIsToldTheSame() {
        confirm(asked());
        Household.Assister ben = household.assister(ana.office());
        household.ask(ben.actor(), "Maria", "Lopez", email, "en", Scope.APPLY);
        assertThat(household.newestMail(email, "We know this e-mail address")).isNotEmpty();
        household.end(household.without(email));
        jdbc.sql("DELETE FROM consumer.request WHERE assister = :ben").param("ben", ben.person().value()).update();
        household.ask(ben.actor(), "Tom", "Olson", email, "en", Scope.APPLY);
        household.mailed(email);
        assertThat(household.as(ben.actor(), () -> requests.pending(ben.actor(), 1)).rows().getFirst().state()).isEqualTo(State.WAITING);
    }

    @Test
    void anAccountThatWasOpenedMeanwhileKeepsTheRequestFromBeingConfirmed() {
        Household.Mailed mail = asked();
        region.consumer(email);
        assertThat(look(mail.token(), PHONE)).isEqualTo(new Look.Closed(Why.IN_USE));
        assertThat(confirm(mail)).isEqualTo(new Confirmed.Closed(Why.IN_USE));
    }

    @Test
    void twoConfirmationsAtOnceGiveOneAuthorization() throws Exception {
        Household.Mailed mail = asked();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Confirmed> yes = () -> confirm(mail);
            for (var done : both.invokeAll(List.of(yes, yes))) {
                assertThat(done.get()).isEqualTo(new Confirmed.Done());
            }
        }
        assertThat(authorizations.history(household.without(email))).hasSize(1);
    }

    @Test
    void whatWasWithdrawnOrDeclinedIsConfirmedByNobody() {
        Household.Mailed mail = asked();
        UUID id = pending().id();
        assertThat(household.as(ana.actor(), () -> requests.withdraw(ana.actor(), id))).isEqualTo(Act.DONE);
        assertThat(confirm(mail)).isEqualTo(new Confirmed.Closed(Why.WITHDRAWN));
        assertThat(household.as(ana.actor(), () -> requests.sendAgain(ana.actor(), id))).isEqualTo(Act.GONE);
        Household.Mailed second = asked();
        assertThat(confirmations.decline(second.token(), PHONE)).isTrue();
        assertThat(confirm(second)).isEqualTo(new Confirmed.Closed(Why.DECLINED));
        assertThat(pending().state()).isEqualTo(State.DECLINED);
    }

    @Test
    void anAssisterWhoWasSuspendedMeanwhileIsLetInByNoCode() {
        Household.Mailed mail = asked();
        household.stop(ana);
        assertThat(look(mail.token(), PHONE)).isEqualTo(new Look.Closed(Why.NOT_NOW));
        assertThat(confirm(mail)).isEqualTo(new Confirmed.Closed(Why.NOT_NOW));
        assertThatThrownBy(() -> ask(Region.unique("tom") + "@families.example")).isInstanceOf(NotFound.class);
    }

    @Test
    void aNewerMailEndsTheLinkBeforeItAndThreeAreTheMost() {
        Household.Mailed first = asked();
        UUID id = pending().id();
        assertThat(household.as(ana.actor(), () -> requests.sendAgain(ana.actor(), id))).isEqualTo(Act.DONE);
        Household.Mailed second = household.mailed(email);
        assertThat(second.code()).isNotEqualTo(first.code());
        assertThat(confirm(first)).isEqualTo(new Confirmed.Closed(Why.NEWER));
        assertThat(household.as(ana.actor(), () -> requests.sendAgain(ana.actor(), id))).isEqualTo(Act.DONE);
        assertThat(household.as(ana.actor(), () -> requests.sendAgain(ana.actor(), id))).isEqualTo(Act.TOO_OFTEN);
        assertThat(confirm(household.mailed(email))).isEqualTo(new Confirmed.Done());
    }

    @Test
    void moreThanWasAskedForIsNeverGivenAndOtherWordsAreNotAgreedTo() {
        household.ask(ana.actor(), "Maria", "Lopez", email, "en", Scope.SEE);
        Household.Mailed mail = household.mailed(email);
        Confirmation wrongWords = new Confirmation(mail.code(), Scope.APPLY, "0".repeat(64), Locale.ENGLISH);
        assertThat(confirmations.confirm(mail.token(), wrongWords, PHONE)).isEqualTo(new Confirmed.OtherWords());
        assertThat(confirm(mail)).isEqualTo(new Confirmed.Done());
        assertThat(given().scope()).isEqualTo(Scope.SEE);
    }

    @Test
    void itEndsUnlessItIsConfirmedAgainForWhichTheConsumerIsAsked() {
        Household.Mailed mail = asked();
        confirm(mail);
        assertThat(confirmations.again(mail.token(), PHONE)).as("too early").isFalse();
        endsIn("6 days");
        household.whatIsDue();
        household.whatIsDue();
        assertThat(household.newestMail(email, "this permission ends on")).contains("/confirm/");
        assertThat(look(mail.token(), PHONE))
                .isInstanceOfSatisfying(Look.Helping.class, helping -> assertThat(helping.again()).isTrue());
        assertThat(confirmations.again(mail.token(), PHONE)).isTrue();
        assertThat(look(mail.token(), PHONE))
                .isInstanceOfSatisfying(Look.Helping.class, helping -> assertThat(helping.again()).isFalse());
        endsIn("-1 second");
        assertThat(guarded()).isInstanceOf(Guard.Decision.Refused.class);
        household.whatIsDue();
        assertThat(given().endReason()).isEqualTo(EndReason.UNCONFIRMED);
        assertThat(look(mail.token(), PHONE)).isEqualTo(new Look.Closed(Why.ENDED));
    }

    @Test
    void theLinkEndsItAtOnceAndTheSamePersonCanBeAskedAnew() {
        Household.Mailed mail = asked();
        confirm(mail);
        Actor before = household.without(email);
        assertThat(confirmations.end(mail.token(), PHONE)).isTrue();
        assertThat(confirmations.end(mail.token(), PHONE)).isFalse();
        assertThat(guarded()).isInstanceOf(Guard.Decision.Refused.class);
        assertThat(given().endReason()).isEqualTo(EndReason.CONSUMER);
        assertThat(confirm(asked())).isEqualTo(new Confirmed.Done());
        assertThat(household.without(email)).isEqualTo(before);
    }

    @Test
    void whoOpensAnAccountWithTheAddressTakesItOverAndItLasts() {
        Household.Mailed mail = asked();
        confirm(mail);
        UUID helped = Objects.requireNonNull(household.without(email).subject());
        Actor maria = region.consumer(email);
        assertThat(maria.subject()).isEqualTo(helped);
        assertThat(authorizations.now(maria)).hasValueSatisfying(now -> assertThat(now.authorization().number()).isPositive());
        assertThat(jdbc.sql("SELECT valid_until = 'infinity' FROM consumer.authority WHERE consumer = :c").param("c", helped)
                        .query(Boolean.class).single()).isTrue();
        assertThat(look(mail.token(), PHONE)).isEqualTo(new Look.Closed(Why.CLAIMED));
        assertThat(confirmations.end(mail.token(), PHONE)).as("from now on in the account").isFalse();
        assertThat(guarded()).isInstanceOf(Guard.Decision.Granted.class);
    }

    @Test
    void anotherPersonAtTheSameMailboxTakesNothingOver() {
        household.ask(ana.actor(), "Jane", "Doe", email, "en", Scope.APPLY);
        confirm(household.mailed(email));
        Actor maria = region.consumer(email);
        assertThat(authorizations.now(maria)).as("Maria never said yes").isEmpty();
        assertThat(authorizations.history(maria)).isEmpty();
    }

    @Test
    void aDayHasTwentyRequestsAndRefusedOnesCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(Region.unique("x") + "@families.example")).isInstanceOf(Asked.Done.class);
            assertThat(ask(Region.unique("x") + "@example.org")).isEqualTo(refused("request.problem.agency"));
        }
        assertThat(ask(email)).isEqualTo(refused("request.problem.too-many"));
    }

    @Test
    void theSameAddressIsNotAskedTwiceByOneNorOftenByMany() {
        asked();
        assertThat(ask(email)).isEqualTo(refused("request.problem.waits"));
        for (int i = 0; i < 4; i++) {
            household.ask(household.assister(ana.office()).actor(), "Maria", "Lopez", email, "en", Scope.APPLY);
        }
        household.mailed(email);
        assertThat(jdbc.sql("SELECT count(*) FROM notification.outbox WHERE recipient = :to").param("to", email)
                        .query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void anAssisterReadsTheirOwnOpenRequestsOnlyAndNothingOfWhereAnybodyWas() {
        confirm(asked());
        Household.Assister ben = household.assister(ana.office());
        household.ask(ben.actor(), "Tom", "Olson", Region.unique("tom") + "@families.example", "en", Scope.SEE);
        assertThat(household.as(ana.actor(), () -> column("SELECT first_name FROM consumer.request"))).isEmpty();
        assertThat(household.as(ben.actor(), () -> column("SELECT first_name FROM consumer.request"))).containsExactly("Tom");
        assertThatThrownBy(() -> household.as(ben.actor(), () -> column("SELECT asked_network FROM consumer.request")))
                .isInstanceOf(DataAccessException.class);
        UUID tom = jdbc.sql("SELECT id FROM consumer.request WHERE assister = :ben").param("ben", ben.person().value()).query(UUID.class).single();
        assertThatThrownBy(() -> household.as(ana.actor(), () -> requests.withdraw(ana.actor(), tom))).isInstanceOf(NotFound.class);
    }

    private List<String> column(String query) {
        return household.inTransaction(() -> jdbc.sql(query).query(String.class).list());
    }

    @Test
    void whatNobodyConfirmedIsForgotten() {
        Household.Mailed mail = asked();
        jdbc.sql("UPDATE consumer.request SET expires_at = now() - interval '31 days' WHERE email = :email").param("email", email).update();
        household.whatIsDue();
        assertThat(household.as(ana.actor(), () -> requests.pending(ana.actor(), 1)).rows()).isEmpty();
        assertThat(look(mail.token(), PHONE)).isEqualTo(new Look.Closed(Why.EXPIRED));
        assertThat(look("AAAA", PHONE)).isEqualTo(new Look.Closed(Why.UNKNOWN));
    }

    @Test
    void aShareIsDrawnForAnOfficerToCheck() {
        long drawn = Stream.generate(() -> draw.drawn(10)).limit(2000).filter(yes -> yes).count();
        assertThat(drawn).isBetween(100L, 320L);
        assertThat(draw.drawn(0)).isFalse();
        assertThat(draw.drawn(100)).isTrue();
    }

    @Test
    void mailboxesAndDomainsAreFoundByTheirIndexes() {
        for (String[] look :
                List.of(
                        new String[] {"consumer_by_mailbox", "consumer.consumer WHERE agency.mailbox(email) = agency.mailbox('A.b+c@x.example') AND closed_at IS NULL"},
                        new String[] {"person_by_mailbox", "agency.person WHERE agency.mailbox(email_key) = agency.mailbox('A.b+c@x.example')"},
                        new String[] {"person_by_domain", "agency.person WHERE split_part(email_key, '@', 2) = ANY('{x.example}'::text[])"})) {
            List<String> plan =
                    household.inTransaction(
                            () -> {
                                jdbc.sql("SELECT set_config('enable_seqscan', 'off', true)").query(String.class).single();
                                return jdbc.sql("EXPLAIN SELECT 1 FROM " + look[1]).query(String.class).list();
                            });
            assertThat(String.join("\n", plan)).contains(look[0]);
        }
    }
}
