package org.assisterportal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.routes.Caller.Answer;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One line per act and per page of private data, refused ones too; without its line an act doesn't
 * happen.
 */
@MarketplaceTest
class AuditTrailTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private JdbcClient jdbc;
    @Autowired private Ledger ledger;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    @Test
    void everyPageOfPrivateDataAndEveryActLeavesItsLineByWhoeverAsked() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.table()) {
            for (Visitor visitor : people.everybody()) {
                if (route.leavesALine() && route.opensTo(visitor)) {
                    check(route, visitor, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPageOrActThatIsRefusedInsideItsModuleLeavesALineToo() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.table()) {
            if (route.leavesALine() && route.who().contains("AGENCY_CONTACT(authorized)")) {
                check(route, people.payer, wrong);
            }
            if (route.leavesALine() && route.who().contains("ASSISTER(access)")) {
                check(route, people.suspended, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void reachingForAnotherAgencysPersonOrAnothersAttemptLeavesALine() {
        Visitor contact = town.strangerContact();
        caller.get(contact, "/amp/people/" + people.person);
        assertThat(refusals(contact, "roster.person-shown")).isEqualTo(1);
        Visitor learner = town.strangerLearner();
        caller.get(
                learner,
                "/learn/assessments/" + people.value("attempt", people.learner) + "/review");
        assertThat(refusals(learner, "learning.question-shown")).isEqualTo(1);
    }

    @Test
    void noLineHoldsWhatWasTypedOrShown() {
        caller.post(people.officer, "/arc/people", "q=Zebulon");
        caller.post(people.contact, "/amp/people", "first-name=Zebulon&email=zebulon@example.org");
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM audit.line WHERE (facts::text || act)"
                                            + " ILIKE '%zebulon%'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void anActWhoseLineCannotBeWrittenLeavesNothing() {
        List<String> tested = new ArrayList<>();
        for (Route route : Route.table()) {
            if (!route.posts() || !route.leavesALine() || route.line().equals("signed-out")) {
                continue;
            }
            Visitor visitor =
                    people.everybody().stream()
                            .filter(route::opensTo)
                            .reduce((first, last) -> last)
                            .orElseThrow();
            String path = route.path(kind -> people.value(kind, visitor));
            String form = route.form(kind -> people.value(kind, visitor));
            if (route.pattern().endsWith("/lessons/{lesson}")) {
                // Opening a lesson is an act of its own and comes first.
                caller.get(visitor, path);
            }
            String before = ledger.fingerprints();
            Answer answer;
            try (Ledger.Refusing ignored = ledger.new Refusing(route.line(visitor))) {
                answer = caller.post(visitor, path, form);
            }
            assertThat(answer.status()).as(route.key()).isEqualTo(500);
            assertThat(answer.title())
                    .as(route.key())
                    .isEqualTo("Something went wrong on our side");
            assertThat(ledger.fingerprints()).as(route.key()).isEqualTo(before);
            tested.add(route.line(visitor));
        }
        assertThat(tested)
                .contains(
                        "agency.created",
                        "contact.invited",
                        "contact.ended",
                        "account.invited",
                        "hat.ended")
                .contains(
                        "roster.accepted",
                        "roster.stopped",
                        "learning.answer-kept",
                        "learning.assessment-graded");
    }

    @Test
    void aPageWhoseLineCannotBeWrittenIsNotShown() {
        try (Ledger.Refusing ignored = ledger.new Refusing("person.shown")) {
            Answer answer = caller.get(people.officer, "/arc/people/" + people.person);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Torres");
        }
    }

    private void check(Route route, Visitor visitor, List<String> wrong) {
        if (route.pattern().equals("/amp/upload/preview")) {
            people.upload();
        }
        String path = route.path(kind -> people.value(kind, visitor));
        String form = route.form(kind -> people.value(kind, visitor));
        long before = lines(visitor, route.line(visitor));
        Answer answer =
                route.posts() ? caller.post(visitor, path, form) : caller.get(visitor, path);
        if (lines(visitor, route.line(visitor)) == before) {
            wrong.add(
                    route
                            + " as "
                            + visitor
                            + " left no line "
                            + route.line(visitor)
                            + " ("
                            + answer.status()
                            + ")");
        }
    }

    /**
     * The visitor's lines of the act; a table's act may end in a hyphen and stands for all that
     * begin so.
     */
    private long lines(Visitor visitor, String act) {
        return count(visitor, "act LIKE :act", act.endsWith("-") ? act + "%" : act);
    }

    private long refusals(Visitor visitor, String act) {
        return count(visitor, "refused AND act = :act", act);
    }

    private long count(Visitor visitor, String where, String act) {
        Actor actor = java.util.Objects.requireNonNull(visitor.actor());
        UUID account = actor.account();
        return jdbc.sql(
                        "SELECT count(*) FROM audit.line WHERE "
                                + where
                                + (account == null
                                        ? " AND account IS NULL AND actor_subject = :who"
                                        : " AND account = :who"))
                .param("act", act)
                .param(
                        "who",
                        account == null
                                ? java.util.Objects.requireNonNull(actor.subject())
                                : account)
                .query(Long.class)
                .single();
    }

    @Test
    void theTableKnowsWhichPagesArePrivate() {
        Set<String> open = Set.of("anyone", "anyone(step)", "nobody");
        assertThat(
                        Route.table().stream()
                                .filter(Route::leavesALine)
                                .flatMap(route -> route.who().stream()))
                .doesNotContainAnyElementsOf(open);
    }

    @Test
    void aPageThatIsNotOpenToOneAndAFormWithoutItsTokenLeaveALineWithoutTheAddress() {
        caller.get(people.contact, "/arc/people/Zebulon");
        caller.get(people.learner, "/no-such-door/Zebulon");
        caller.postWithoutToken(people.contact, "/amp/people", "first-name=Ana");
        assertThat(refusals(people.contact, "request.made")).isEqualTo(2);
        assertThat(refusals(people.learner, "request.made")).isEqualTo(1);
        assertThat(reasons(people.contact)).containsExactlyInAnyOrder("arc not-open", "amp form-token");
        assertThat(reasons(people.learner)).containsExactly("none not-open");
    }

    private List<String> reasons(Visitor visitor) {
        Actor actor = java.util.Objects.requireNonNull(visitor.actor());
        return jdbc.sql(
                        "SELECT facts->>'door' || ' ' || (facts->>'reason') FROM audit.line"
                                + " WHERE act = 'request.made' AND subject = :who")
                .param("who", actor.account() == null ? actor.subject() : actor.account())
                .query(String.class)
                .list();
    }

    @Test
    void endingAnOfficerWhoIsNoneIsNotFound() {
        String path = "/admin/officers/" + java.util.UUID.randomUUID() + "/end";
        assertThat(caller.post(people.administrator, path, "").status()).isEqualTo(404);
        assertThat(refusals(people.administrator, "hat.ended")).isEqualTo(1);
    }
}
