package org.assisterportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.Documents;
import org.assisterportal.document.StoredFile;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of a consumer's workspace against every kind of authority; a route that isn't known here fails. */
class ConsumerRoutesTests extends DeskScene {
    private static final String ROOT = "/portal/consumers/{consumer}";
    private static final String COVERAGE = "/coverage/{application}";
    private static final String OF_ONE = COVERAGE + "/people/{person}";
    private static final String DOCUMENTS = COVERAGE + "/documents";
    private static final String FILE = DOCUMENTS + "/{proof}/files/{file}";
    private static final String TAKE_BACK = FILE + "/take-back";
    private static final String PLANS = COVERAGE + "/plans";
    private static final String PROPOSE = PLANS + "/propose";
    private static final String PROPOSAL = PLANS + "/proposal";
    private static final String POLICIES = COVERAGE + "/policies";
    private static final String POLICY = POLICIES + "/{policy}";
    /** To a machine a page instead says nothing. */
    private static final String FOR_MACHINES = "GET " + COVERAGE + "/determination.json";

    /** Of the consumer alone: an assister is denied before anybody is looked for. */
    private static final List<String> CONSUMERS_ONLY =
            List.of("GET " + FILE, "POST " + PROPOSAL + "/pick", "GET " + PROPOSAL + "/decline", "POST " + PROPOSAL + "/decline");
    /** Of nobody: they begin with the consumer for whom the browser acts, or with none. */
    private static final List<String> WITHOUT_AN_ID = List.of("GET /coverage", "GET /coverage/notices", "POST /coverage");

    /** What each route needs at least, and what its form sends. */
    private static final Map<String, Needs> KNOWN =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("GET " + ROOT, new Needs(Scope.SEE)),
                            Map.entry("GET " + ROOT + "/diary", new Needs(Scope.SEE)),
                            Map.entry("GET " + ROOT + "/profile", new Needs(Scope.APPLY)),
                            Map.entry(
                                    "POST " + ROOT + "/profile",
                                    new Needs(
                                            Scope.APPLY, "version", "1", "first-name", "Changed", "last-name", "Lopez", "language", "en")),
                            Map.entry("GET " + COVERAGE, new Needs(Scope.SEE)),
                            Map.entry("GET " + COVERAGE + "/{question}", new Needs(Scope.APPLY)),
                            Map.entry("POST " + COVERAGE + "/{question}", new Needs(Scope.APPLY, "year", "2026", "then", "exit")),
                            Map.entry("GET " + OF_ONE + "/{question}", new Needs(Scope.APPLY)),
                            Map.entry(
                                    "POST " + OF_ONE + "/{question}",
                                    new Needs(Scope.APPLY, "version", "1", "first-name", "Changed", "then", "exit")),
                            Map.entry("GET " + OF_ONE + "/remove", new Needs(Scope.APPLY)),
                            Map.entry("POST " + OF_ONE + "/remove", new Needs(Scope.APPLY, "then", "exit")),
                            Map.entry("GET " + COVERAGE + "/conversation", new Needs(Scope.APPLY)),
                            Map.entry("POST " + COVERAGE + "/conversation", new Needs(Scope.APPLY, "interpreter", "NONE")),
                            Map.entry("GET " + DOCUMENTS, new Needs(Scope.SEE)),
                            Map.entry("GET " + DOCUMENTS + "/{proof}", new Needs(Scope.SEE)),
                            Map.entry("POST " + DOCUMENTS + "/{proof}", new Needs(Scope.APPLY)),
                            Map.entry("GET " + TAKE_BACK, new Needs(Scope.APPLY)),
                            Map.entry("POST " + TAKE_BACK, new Needs(Scope.APPLY, "to", "proof")),
                            // A draft has no plans to choose from: back to the tasks.
                            Map.entry("GET " + PLANS, new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("GET " + PLANS + "/list", new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("GET " + PLANS + "/compare", new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("GET " + PLANS + "/plan", new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/list", new Needs(Scope.SEE, "party", "0", "people", "self")),
                            Map.entry("POST " + PLANS + "/compare", new Needs(Scope.SEE, "party", "0", "people", "self")),
                            Map.entry("POST " + PLANS + "/plan", new Needs(Scope.SEE, "party", "0", "people", "self")),
                            Map.entry("POST " + PLANS + "/choose", new Needs(Scope.APPLY, "version", "0", "plan", "99101MN0010003", "people", "self")),
                            Map.entry("POST " + PLANS + "/remove", new Needs(Scope.APPLY, "version", "0", "plan", "99101MN0010003")),
                            Map.entry("POST " + PLANS + "/tobacco", new Needs(Scope.APPLY, "version", "0", "tobacco", "self")),
                            Map.entry("POST " + PLANS + "/credit", new Needs(Scope.APPLY, "version", "0", "party", "0")),
                            Map.entry("GET " + PLANS + "/event", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/event", new Needs(Scope.APPLY, "event", "BIRTH", "day", "1/2/2026")),
                            Map.entry("GET " + PLANS + "/event/{event}/take-back", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/event/{event}/take-back", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("GET " + PLANS + "/exemption", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/exemption", new Needs(Scope.APPLY, "person", "self", "certificate", "E12345Y", "from", "1", "to", "12")),
                            Map.entry("GET " + PLANS + "/exemption/{exemption}/remove", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/exemption/{exemption}/remove", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/because", new Needs(Scope.APPLY, "version", "0", "chance", "MONTHLY")),
                            Map.entry("GET " + PLANS + "/sign", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PLANS + "/sign", new Needs(Scope.APPLY, "name", "Ana Torres")),
                            Map.entry("GET " + PROPOSE, new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + PROPOSE, new Needs(Scope.APPLY, "plan", "99101MN0010003", "people", "self", "draft", "0", "reason", "x")),
                            Map.entry("POST " + PROPOSE + "/remove", new Needs(Scope.APPLY, "plan", "99101MN0010003", "draft", "0")),
                            Map.entry("POST " + PROPOSE + "/send", new Needs(Scope.APPLY, "draft", "0")),
                            Map.entry("GET " + PROPOSAL, new Needs(Scope.SEE)),
                            Map.entry("GET " + POLICIES, new Needs(Scope.SEE)),
                            Map.entry("GET " + COVERAGE + "/renewal", new Needs(Scope.SEE)),
                            Map.entry("POST " + COVERAGE + "/renewal/keep", new Needs(Scope.APPLY, "version", "0")),
                            Map.entry("POST " + COVERAGE + "/renewal/decline", new Needs(Scope.APPLY, "declined", "true")),
                            Map.entry("GET " + POLICY, new Needs(Scope.SEE)),
                            Map.entry("GET " + POLICY + "/confirmation.pdf", new Needs(Scope.SEE)),
                            Map.entry("GET " + POLICY + "/end", new Needs(Scope.APPLY)),
                            Map.entry("POST " + POLICY + "/end", new Needs(Scope.APPLY)),
                            Map.entry("GET " + COVERAGE + "/change", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("GET " + COVERAGE + "/household", new Needs(Scope.APPLY)),
                            // Nothing was signed: there is nothing to report a change to.
                            Map.entry("POST " + COVERAGE + "/change", new Needs(Scope.APPLY, "kind", "OTHER")),
                            Map.entry("POST " + COVERAGE + "/another", new Needs(Scope.APPLY, "year", "2027")),
                            Map.entry("POST " + COVERAGE + "/follow", new Needs(Scope.APPLY, "year", "2027")),
                            Map.entry("POST " + COVERAGE + "/discard", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("GET " + COVERAGE + "/review", new Needs(Scope.SEE)),
                            // What isn't complete isn't signed, and what isn't signed has no result: back to the tasks.
                            Map.entry("GET " + COVERAGE + "/sign", new Needs(Scope.APPLY, "to", "tasks")),
                            Map.entry("POST " + COVERAGE + "/sign", new Needs(Scope.APPLY, "name", "Ana Torres")),
                            Map.entry("GET " + COVERAGE + "/result", new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("GET " + COVERAGE + "/what-if", new Needs(Scope.SEE)),
                            Map.entry("POST " + COVERAGE + "/what-if", new Needs(Scope.SEE)),
                            Map.entry("GET " + COVERAGE + "/determination.json", new Needs(Scope.SEE, "to", "tasks")),
                            // Of a draft there is no notice.
                            Map.entry("GET " + COVERAGE + "/notice", new Needs(Scope.SEE, "to", "tasks")),
                            Map.entry("GET " + COVERAGE + "/notice.pdf", new Needs(Scope.SEE, "to", "tasks"))));

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired Handiwork handiwork;
    @Autowired Applications applications;
    @Autowired Documents documents;
    @Autowired Paperwork paperwork;
    @Autowired Policyholder policyholder;
    @Autowired Policies policies;

    private record Needs(Scope scope, String... form) {}

    /** A kind of authority: how it comes about, before and after the assister began to act. */
    private record Kind(String name, Consumer<Actor> before, Consumer<Actor> after, String says) {}

    private List<String> routes() {
        List<String> routes = new ArrayList<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(
                        info ->
                                info.getPatternValues().stream()
                                        .filter(pattern -> pattern.startsWith("/portal/consumers") || pattern.startsWith("/coverage"))
                                        .forEach(
                                                pattern ->
                                                        info.getMethodsCondition().getMethods().stream()
                                                                .map(RequestMethod::name)
                                                                .forEach(method -> routes.add(method + " " + pattern))));
        return routes;
    }

    private MvcTestResult ask(String route, UUID consumer, MockHttpSession session) {
        String path = path(route, consumer);
        return route.startsWith("POST")
                ? send(ana.actor(), session, path, java.util.Objects.requireNonNull(KNOWN.get(route)).form())
                : look(ana.actor(), session, path);
    }

    /** A file that this assister sent, or could have sent. */
    private UUID file(Actor consumer) {
        return paperwork.file(consumer, ana);
    }

    /** Of somebody who isn't there the application isn't there either. */
    private String path(String route, UUID consumer) {
        Actor actor = new Actor(null, Hat.CONSUMER, consumer, null, "Maria Lopez");
        boolean known = route.contains(COVERAGE) && isThere(consumer);
        return route.substring(route.indexOf(' ') + 1)
                .replace("{consumer}", consumer.toString())
                .replace(DOCUMENTS, known && route.contains(DOCUMENTS) ? "/coverage/" + handiwork.signed(actor) + "/documents" : DOCUMENTS)
                .replace(POLICIES, known && route.contains(POLICY) ? "/coverage/" + handiwork.signed(actor) + "/policies" : POLICIES)
                .replace("{policy}", known && route.contains(POLICY) ? policyholder.policy(actor).toString() : "70000001")
                .replace("{event}", UUID.randomUUID().toString())
                .replace("{exemption}", UUID.randomUUID().toString())
                .replace("{proof}", (known && route.contains("{proof}") ? paperwork.request(actor).value() : UUID.randomUUID()).toString())
                .replace("{file}", (known && route.contains("{file}") ? file(actor) : UUID.randomUUID()).toString())
                .replace("{application}", (known ? handiwork.application(actor).value() : consumer).toString())
                .replace("{person}/remove", (known ? handiwork.member(actor) : UUID.randomUUID()) + "/remove")
                .replace("{person}/{question}", "self/person")
                .replace("{question}", "year");
    }

    private boolean isThere(UUID consumer) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM consumer.consumer WHERE id = :id")
                                .param("id", consumer)
                                .query(Long.class)
                                .single())
                == 1;
    }

    /** Nothing of what the routes send stands in the consumer's application. */
    private void untouched(Actor consumer, String route) {
        assertThat(consumers.own(consumer).firstName()).as(route).isEqualTo("Maria");
        if (route.contains(POLICY)) {
            assertThat(policies.open(new Hand.Own(consumer).consumer())).as(route).hasSizeLessThan(2).allMatch(Enrolled::isOpen);
        } else if (route.contains(DOCUMENTS)) {
            boolean sent = route.contains("{file}") && !files(consumer).isEmpty();
            assertThat(files(consumer)).as(route).allSatisfy(file -> assertThat(file.canBeTakenBack()).isTrue()).hasSize(sent ? 1 : 0);
        } else if (route.contains(COVERAGE)) {
            Paper paper = applications.show(new Hand.Own(consumer), handiwork.application(consumer));
            assertThat(paper.planYear()).as(route).isNull();
            assertThat(paper.people().getFirst().firstName()).as(route).isEqualTo("Maria");
        }
    }

    private List<StoredFile> files(Actor consumer) {
        return documents.list(new Hand.Own(consumer)).stream().flatMap(one -> one.files().stream()).toList();
    }

    private static String comparable(MvcTestResult page) {
        return page.getResponse().getStatus() + " " + page.getMvcResult().getResolvedException() + body(page);
    }

    @Test
    void everyRouteOfTheWorkspaceIsTriedHere() {
        List<String> tried = new ArrayList<>(KNOWN.keySet());
        tried.addAll(WITHOUT_AN_ID);
        tried.addAll(CONSUMERS_ONLY);
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void whoIsAuthorizedEntersAndNobodyElseLearnsThatThereIsSomebody() {
        Household.Assister ben = household.assister(ana.office());
        UUID elsewhere = region.agency(AgencyKind.NAVIGATOR).id().value();
        List<Kind> kinds =
                List.of(
                        new Kind("never authorized", maria -> {}, maria -> {}, ""),
                        new Kind("another's", maria -> household.authorize(maria, ben, Scope.APPLY), maria -> {}, ""),
                        new Kind(
                                "ended before",
                                maria -> {
                                    household.authorize(maria, ana, Scope.APPLY);
                                    household.end(maria);
                                },
                                maria -> {},
                                ""),
                        new Kind(
                                "over before",
                                maria -> {
                                    household.authorize(maria, ana, Scope.APPLY);
                                    over(maria);
                                },
                                maria -> {},
                                ""),
                        new Kind("moved", maria -> moved(maria, elsewhere), maria -> {}, ""));
        for (String route : KNOWN.keySet()) {
            for (Kind kind : kinds) {
                Actor maria = household.consumer("Maria", "Lopez");
                kind.before().accept(maria);
                MockHttpSession session = new MockHttpSession();
                assertThat(send(ana.actor(), session, "/portal/act", "consumer", String.valueOf(maria.subject())))
                        .as(kind.name())
                        .hasStatus(404);
                MvcTestResult reached = ask(route, java.util.Objects.requireNonNull(maria.subject()), session);
                assertThat(reached).as("%s, %s", route, kind.name()).hasStatus(404);
                assertThat(comparable(reached)).isEqualTo(comparable(ask(route, UUID.randomUUID(), session)));
                untouched(maria, route);
            }
        }
    }

    @Test
    void anEndAMoveAndASuspensionCutEveryRouteAtOnceWithoutData() {
        UUID elsewhere = region.agency(AgencyKind.NAVIGATOR).id().value();
        Household.Assister ben = household.assister(ana.office());
        List<Kind> kinds =
                List.of(
                        new Kind("ended", maria -> {}, maria -> household.end(maria), "has ended"),
                        new Kind("the last day is over", maria -> {}, this::over, "has ended"),
                        new Kind("another's now", maria -> {}, maria -> household.authorize(maria, ben, Scope.APPLY), "has ended"),
                        new Kind("moved", maria -> {}, maria -> moved(maria, elsewhere), "agree anew"),
                        new Kind("suspended", maria -> {}, maria -> household.stop(ana), "is suspended"));
        for (String route : KNOWN.keySet()) {
            for (Kind kind : kinds) {
                Actor maria = helped("Maria", "Lopez", Scope.APPLY);
                MockHttpSession session = acting(maria);
                kind.after().accept(maria);
                MvcTestResult page = ask(route, java.util.Objects.requireNonNull(maria.subject()), session);
                boolean machine = route.equals(FOR_MACHINES);
                assertThat(page).as("%s, %s", route, kind.name()).hasStatus(machine ? 403 : 200);
                assertThat(body(page))
                        .as("%s, %s", route, kind.name())
                        .doesNotContain("Maria", "Lopez", "Changed<", "You are acting for")
                        .contains(machine ? "You may not see this now." : kind.says());
                untouched(maria, route);
            }
            household.bringBack(ana);
        }
    }

    @Test
    void aRouteOpensToItsScopeAndOnlyInTheWorkspaceThatIsActive() {
        for (String route : KNOWN.keySet()) {
            Needs needs = java.util.Objects.requireNonNull(KNOWN.get(route));
            Actor maria = helped("Maria", "Lopez", Scope.APPLY);
            UUID id = java.util.Objects.requireNonNull(maria.subject());
            boolean machine = route.equals(FOR_MACHINES);
            String refused = "You may not see this now.";
            assertThat(ask(route, id, new MockHttpSession())).as(route).bodyText().contains(machine ? refused : "Act for Maria Lopez?");
            Actor tom = helped("Tom", "Olson", Scope.APPLY);
            assertThat(ask(route, id, acting(tom))).as(route).bodyText().contains(machine ? refused : "You are acting for Tom Olson. Stop, and act for Maria Lopez?");
            untouched(maria, route);
            MvcTestResult open = ask(route, id, acting(maria));
            if (route.endsWith("/confirmation.pdf")) {
                assertThat(open).as(route).hasStatusOk().hasContentType("application/pdf");
            } else if (needs.form().length > 0) {
                // After a first draft that is thrown away one begins again.
                String there = route.endsWith("/discard") ? "/coverage" : route.matches("POST .*/plans/(list|compare|plan)") ? path(route, id) + "?kind=medical&party=0&people=self" : route.contains(DOCUMENTS) ? path("GET " + DOCUMENTS + "/{proof}", id) : route.contains(COVERAGE) ? path("GET " + COVERAGE, id) : workspace(maria);
                assertThat(open).as(route).hasRedirectedUrl(there);
            } else {
                assertThat(open).as(route).bodyText().contains("You are acting for");
            }
            Actor lena = helped("Lena", "Berg", Scope.SEE);
            MvcTestResult seeing = ask(route, java.util.Objects.requireNonNull(lena.subject()), acting(lena));
            if (needs.scope() == Scope.APPLY) {
                assertThat(seeing).as(route).bodyText().contains("You may look at the information of Lena Berg, not change it");
            } else if (route.endsWith("/confirmation.pdf")) {
                assertThat(seeing).as(route).hasStatusOk().hasContentType("application/pdf");
            } else if (needs.form().length > 0) {
                assertThat(seeing).as(route).hasStatus3xxRedirection();
            } else {
                assertThat(seeing).as(route).bodyText().contains("You are acting for").doesNotContain("not change it");
            }
            assertThat(consumers.own(lena).firstName()).as(route).isEqualTo("Lena");
        }
    }

    @Test
    void noAssisterOpensAFileWhateverTheyMay() {
        Actor maria = helped("Maria", "Lopez", Scope.APPLY);
        String path = path("GET " + FILE, java.util.Objects.requireNonNull(maria.subject()));
        assertThat(look(ana.actor(), acting(maria), path)).hasStatus(403);
    }

    @Test
    void whoActsForNobodyFindsNoApplicationToBegin() {
        for (String route : WITHOUT_AN_ID) {
            String path = route.substring(route.indexOf(' ') + 1);
            assertThat(withoutAnId(route, path, new MockHttpSession())).as(route).hasRedirectedUrl("/portal");
            Actor lena = helped("Lena", "Berg", Scope.SEE);
            assertThat(withoutAnId(route, path, acting(lena)))
                    .as(route)
                    .bodyText()
                    .contains(
                            path.equals("/coverage")
                                    ? "You may look at the information of Lena Berg, not change it"
                                    : "Notices for Lena Berg");
            assertThat(applications.newest(new Hand.Own(lena))).as(route).isEmpty();
        }
    }

    private MvcTestResult withoutAnId(String route, String path, MockHttpSession session) {
        return route.startsWith("POST") ? send(ana.actor(), session, path) : look(ana.actor(), session, path);
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        assertThat(Stream.of("x", "1", "..").map(id -> look("/portal/consumers/" + id).getResponse().getStatus())).doesNotContain(200, 500);
        assertThat(look("/coverage/x")).hasStatus(404);
        assertThat(send("/portal/act", "consumer", "x")).hasStatus(404);
    }

    private MockHttpSession acting(Actor consumer) {
        MockHttpSession session = new MockHttpSession();
        assertThat(send(ana.actor(), session, "/portal/act", "consumer", String.valueOf(consumer.subject())))
                .hasRedirectedUrl(workspace(consumer));
        return session;
    }

    /** The last day is over, and nobody has swept it away yet. */
    private void over(Actor consumer) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE consumer.authority SET valid_until = now() - interval '1 second' WHERE consumer = :id")
                                .param("id", consumer.subject())
                                .update());
    }

    private void moved(Actor consumer, UUID agency) {
        if (household.inTransaction(
                        () ->
                                jdbc.sql("SELECT count(*) FROM consumer.authority WHERE consumer = :id")
                                        .param("id", consumer.subject())
                                        .query(Long.class)
                                        .single())
                == 0) {
            household.authorize(consumer, ana, Scope.APPLY);
        }
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE consumer.authority SET agency = :agency WHERE consumer = :id")
                                .param("agency", agency)
                                .param("id", consumer.subject())
                                .update());
    }
}
