package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No state in a process that a second one wouldn't see. */
class TwoProcessTests {
    private static Marketplace marketplace;
    private static Agency agency;

    @BeforeAll
    static void open() {
        marketplace = Marketplace.open();
        agency = marketplace.agency(3);
    }

    @Test
    void aSignInAtOneIsASessionAtTheOtherAndSignOutEndsItAtBoth() {
        Member olga = marketplace.officer();
        Visitor second = olga.signIn(new Visitor(marketplace.a()), Member.PASSWORD);
        second.at(marketplace.b()).open("/arc/queue");
        assertThat(second.title()).isEqualTo("Queue");
        second.send("/sign-out");
        second.at(marketplace.a()).open("/arc/queue");
        assertThat(second.title()).isEqualTo("Sign in");
    }

    @Test
    void aStolenCookieEndsWithItsSessionInEveryProcess() {
        Member olga = marketplace.officer();
        Visitor second = olga.signIn(new Visitor(marketplace.a()), Member.PASSWORD);
        Visitor thief = new Visitor(marketplace.b());
        second.cookies().forEach(thief::carries);
        assertThat(thief.open("/arc/queue")).contains("Queue");
        second.send("/sign-out");
        thief.open("/arc/queue");
        assertThat(thief.title()).isEqualTo("Sign in");
    }

    @Test
    void aRequestUnderWayAtOneDoesNotBringBackTheSessionThatEndedAtTheOther() throws Exception {
        UUID person = agency.people.get(1);
        Visitor slow = marketplace.officer().signIn(new Visitor(marketplace.a()), Member.PASSWORD);
        slow.open("/arc/queue");
        slow.send("/arc/review", "person", person.toString());
        Visitor other = new Visitor(marketplace.b());
        slow.cookies().forEach(other::carries);
        other.open("/arc/queue");
        try (Connection connection = marketplace.database.connections("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM access.projection WHERE person = '" + person + "' FOR UPDATE");
            CompletableFuture<String> enrolling =
                    CompletableFuture.supplyAsync(() -> slow.send("/arc/enroll"));
            marketplace.eventuallyBlocked("%access.projection%");
            other.send("/sign-out");
            connection.rollback();
            enrolling.get(10, TimeUnit.SECONDS);
        }
        assertThat(slow.title()).isEqualTo("Sign in");
        slow.open("/arc/queue");
        assertThat(slow.title()).isEqualTo("Sign in");
    }

    @Test
    void theContactsNoAtOneRefusesTheAssistersNextRequestAtTheOtherWithTheReason() {
        UUID person = agency.people.getFirst();
        Member assister = agency.activeAssister(person);
        assister.browser.at(marketplace.b()).open("/portal/information");
        assertThat(assister.browser.status()).isEqualTo(200);

        Visitor contact = agency.contact.browser.at(marketplace.a());
        contact.open("/amp/people/" + person);
        contact.sendHaving("/stop", "PORTAL_ACCESS");
        assertThat(contact.text()).contains("Suspended");

        assister.browser.open("/portal");
        assertThat(assister.browser.title()).isEqualTo("Your access to the assister portal is suspended");
        assertThat(assister.browser.text()).contains("says Assister Portal Access: No");
        assertThat(marketplace.mail.mailed(assister.email, "(says Assister Portal Access: No)")).isNotEmpty();
        assertThat(marketplace.mail.mailed(agency.contact.email, "(lost access to the assister portal)")).isNotEmpty();
    }

    @Test
    void aPasswordChangedAtOneEndsTheSessionsAtTheOther() {
        Member oscar = marketplace.secondOfficer();
        Visitor elsewhere = oscar.signIn(new Visitor(marketplace.b()), Member.PASSWORD);
        elsewhere.open("/arc/queue");
        assertThat(elsewhere.title()).isEqualTo("Queue");
        Visitor here = oscar.browser.at(marketplace.a());
        here.open("/me/password");
        String fresh = "quiet granite sings over seven ladders";
        here.send("/me/password", "present", Member.PASSWORD, "password", fresh, "code", oscar.recoveryCode());
        elsewhere.open("/arc/queue");
        assertThat(elsewhere.title()).isEqualTo("Sign in");
        oscar.signIn(here.at(marketplace.a(), marketplace.b()), fresh).open("/arc/queue");
        assertThat(here.title()).isEqualTo("Queue");
    }

    @Test
    void wrongPasswordsAreCountedOverBothProcesses() {
        Visitor stranger = marketplace.visitor();
        String email = "nobody@throttle.example";
        stranger.open("/sign-in");
        for (int tries = 1; tries <= 10; tries++) {
            stranger.send("/sign-in", "email", email, "password", "not the password at all");
            assertThat(stranger.text()).contains("do not match");
        }
        stranger.send("/sign-in", "email", email, "password", "not the password at all");
        assertThat(stranger.text()).doesNotContain("do not match").contains("too many tries");
    }

    @Test
    void twoOfficersAtTheSameMomentYieldOneAccountOneNumberAndOnePairOfMails() throws Exception {
        UUID person = agency.people.getLast();
        String email = agency.emailOf(person);
        List<Visitor> officers = List.of(marketplace.officer().browser, marketplace.secondOfficer().browser);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> answers =
                    List.of(both.submit(enroll(officers.get(0), marketplace.a(), person, start)),
                            both.submit(enroll(officers.get(1), marketplace.b(), person, start)));
            start.countDown();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .satisfiesExactlyInAnyOrder(
                            one -> assertThat(one).contains("1 person was enrolled"),
                            other -> assertThat(other).contains("1 was enrolled already"));
        }
        assertThat(marketplace.count("access.enrollment WHERE person = '" + person + "'")).isOne();
        assertThat(marketplace.count("identity.account WHERE email_key = '" + email + "'")).isOne();
        String hat = "identity.hat h WHERE h.subject = '" + person + "'";
        assertThat(marketplace.count(hat)).isOne();
        assertThat(marketplace.count("identity.activation WHERE hat IN (SELECT id FROM " + hat + ")")).isOne();
        marketplace.eventually("SELECT count(*) FROM notification.outbox WHERE recipient = '" + email
                + "' AND kind IN ('activation', 'access-confirmed') AND state = 'SENT'", 2L);
        assertThat(marketplace.mail.taken(email)).extracting(Letter::from)
                .filteredOn(from -> from.contains("arc@")).hasSize(1);
    }

    private static Callable<String> enroll(Visitor officer, String address, UUID person, CountDownLatch start) {
        officer.at(address).open("/arc/queue");
        officer.send("/arc/review", "person", person.toString());
        return () -> {
            start.await();
            officer.send("/arc/enroll");
            officer.at(marketplace.a(), marketplace.b());
            return officer.text();
        };
    }
}
