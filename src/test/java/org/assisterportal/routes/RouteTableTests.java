package org.assisterportal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.routes.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every route against every kind of visitor, over real connections; who may do what stands in
 * route-table.txt.
 */
@MarketplaceTest
class RouteTableTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** Kinds that name a page or a place and nobody's thing. */
    private static final Set<String> PAGES = Set.of("one", "question", "of-one", "member");

    private static final Pattern FORM_BY_GET = Pattern.compile("<form(?![^>]*method=\"post\")");

    @Autowired private ApplicationContext context;
    @Autowired private Caller caller;
    @Autowired private Town town;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    private enum Ending {
        OPEN,
        SIGN_IN,
        DENIED,
        NOT_FOUND,
        STOPPED,
        ODD
    }

    @Test
    void everyRouteStandsInTheTableAndTheTableNamesNoOther() throws IOException {
        Set<String> table =
                Route.table().stream()
                        .map(Route::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> routes = new TreeSet<>(routes());
        Set<String> missing = new TreeSet<>(routes);
        missing.removeAll(table);
        assertThat(missing)
                .as(
                        "These routes are missing in src/test/resources/route-table.txt. Add a line"
                            + " for each: who may use it, whose things it shows, an id of which"
                            + " kind, what a POST sends, and the act of its audit line.")
                .isEmpty();
        table.removeAll(routes);
        assertThat(table)
                .as("These lines of route-table.txt have no route any more; take them out.")
                .isEmpty();
    }

    @Test
    void everyRouteWithAnIdSaysWhoseItIs() {
        for (Route route : Route.table()) {
            assertThat(route.whose())
                    .as(route.key())
                    .isIn(
                            route.pattern().contains("{")
                                    ? Set.of("own", "all", "secret")
                                    : Set.of("-"));
        }
    }

    @Test
    void everyVisitorFindsEachRouteAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.table()) {
            for (Visitor visitor : people.everybody()) {
                if (route.pattern().equals("/amp/upload/preview")) {
                    people.upload();
                }
                Answer answer = ask(route, visitor);
                Ending expected = expected(route, visitor);
                if (ending(answer, route, visitor) != expected) {
                    wrong.add(
                            route
                                    + " as "
                                    + visitor
                                    + ": expected "
                                    + expected
                                    + ", got "
                                    + answer.status()
                                    + " "
                                    + answer.location()
                                    + " "
                                    + answer.title());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangerWithTheRightHatGetsTheAnswerOfAnIdThatDoesNotExist() {
        int compared = 0;
        for (Route route : Route.table()) {
            if (!route.whose().equals("own")) {
                continue;
            }
            Visitor owner = owner(route);
            Visitor stranger = stranger(route);
            Answer reached = send(route, stranger, route.path(kind -> people.value(kind, owner)));
            Answer missing =
                    send(
                            route,
                            stranger,
                            route.path(
                                    kind ->
                                            PAGES.contains(kind)
                                                    ? people.value(kind, owner)
                                                    : UUID.randomUUID().toString()));
            assertThat(reached.status()).as(route.key()).isEqualTo(404);
            assertThat(reached.comparable()).as(route.key()).isEqualTo(missing.comparable());
            compared++;
        }
        assertThat(compared).isGreaterThan(8);
    }

    private Visitor owner(Route route) {
        if (route.who().contains("CONSUMER")) {
            return people.consumer;
        }
        if (route.who().contains("ASSISTER(access)")) {
            return people.assister;
        }
        return route.who().contains("LEARNER") ? people.learner : people.contact;
    }

    private Visitor stranger(Route route) {
        if (route.who().contains("CONSUMER")) {
            return town.strangerConsumer();
        }
        if (route.who().contains("ASSISTER(access)")) {
            return town.strangerAssister();
        }
        return route.who().contains("LEARNER") ? town.strangerLearner() : town.strangerContact();
    }

    @Test
    void aContactOfAnotherAgencyInThePathIsNotFoundEither() {
        Visitor stranger = town.strangerContact();
        UUID theirs =
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(stranger.actor()).subject());
        String path = "/arc/agencies/" + people.office.id() + "/contacts/" + theirs + "/end";
        assertThat(caller.post(people.officer, path, "").status()).isEqualTo(404);
    }

    @Test
    void everyFormWithoutItsTokenIsRefusedByAPageThatSaysWhatToDo() {
        for (Route route : Route.table()) {
            if (route.posts()) {
                Visitor visitor =
                        people.everybody().stream()
                                .filter(route::opensTo)
                                .reduce((first, last) -> last)
                                .orElseThrow();
                String path = route.path(kind -> people.value(kind, visitor));
                Answer answer = caller.postWithoutToken(visitor, path, route.form());
                assertThat(answer.status()).as(route.key()).isEqualTo(403);
                assertThat(answer.title()).as(route.key()).isEqualTo("This form was open too long");
            }
        }
    }

    @Test
    void onlyFormsWhoseTermsArePersonalToNobodyPutThemInTheAddress() throws IOException {
        Set<String> inTheAddress = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path page : files.filter(Files::isRegularFile).toList()) {
                if (FORM_BY_GET.matcher(Files.readString(page)).find()) {
                    inTheAddress.add(TEMPLATES.relativize(page).toString());
                }
            }
        }
        assertThat(inTheAddress)
                .as(
                        "search terms that may name a person go by POST; ids, codes and"
                            + " organizations may stand in addresses")
                .isSubsetOf(
                        "arc/agencies.html",
                        "arc/record.html",
                        "site/directory.html");
    }

    private Answer ask(Route route, Visitor visitor) {
        return send(route, visitor, route.path(kind -> people.value(kind, visitor)));
    }

    private Answer send(Route route, Visitor visitor, String path) {
        return route.posts()
                ? caller.post(visitor, path, route.form(kind -> people.value(kind, visitor)))
                : caller.get(visitor, path);
    }

    private static Ending expected(Route route, Visitor visitor) {
        if (route.opensTo(visitor)) {
            return Ending.OPEN;
        }
        if (visitor == Visitor.NOBODY) {
            return Ending.SIGN_IN;
        }
        if (visitor.called().contains("ASSISTER") && route.who().contains("ASSISTER(access)")) {
            return Ending.STOPPED;
        }
        return visitor.called().contains("AGENCY_CONTACT")
                        && route.who().contains("AGENCY_CONTACT(authorized)")
                ? Ending.NOT_FOUND
                : Ending.DENIED;
    }

    /** What a person reads on a page, that an assister is suspended or acts for nobody yet, a machine is told by the status. */
    private static boolean isOfAMachine(Answer answer, Visitor visitor) {
        return visitor.called().contains("ASSISTER") && answer.response().headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private static Ending ending(Answer answer, Route route, Visitor visitor) {
        // A signed-out person may be told more at the sign-in page: signed out, ended, kept.
        String said = visitor == Visitor.NOBODY ? "(\\?[a-z-]+)?" : "";
        boolean toSignIn = answer.location().matches("(/learn|/account)?/sign-in" + said);
        if (answer.status() == 403 && isOfAMachine(answer, visitor)) {
            return route.opensTo(visitor) ? Ending.OPEN : Ending.STOPPED;
        }
        return switch (answer.status()) {
            case 302, 303 ->
                    toSignIn && !route.who().contains("anyone(step)")
                            ? Ending.SIGN_IN
                            : Ending.OPEN;
            case 204, 307 -> Ending.OPEN;
            case 200 -> answer.title().contains("is suspended") ? Ending.STOPPED : Ending.OPEN;
            case 403 ->
                    answer.title().equals("This page is not open to you")
                            ? Ending.DENIED
                            : Ending.ODD;
            case 404 ->
                    answer.title().equals("This page does not exist")
                            ? Ending.NOT_FOUND
                            : Ending.ODD;
            default -> Ending.ODD;
        };
    }

    private List<String> routes() throws IOException {
        List<String> routes = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(keys(info)));
        }
        assertThat(
                        context.getBean("resourceHandlerMapping", SimpleUrlHandlerMapping.class)
                                .getHandlerMap()
                                .keySet())
                .as("static files are served from static/ and nowhere else that is open")
                .isEqualTo(Set.of("/css/**", "/img/**", "/js/**", "/vendor/**"));
        for (Resource folder :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*")) {
            routes.add("GET /" + folder.getFilename() + "/**");
        }
        return routes.stream().distinct().toList();
    }

    private static List<String> keys(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names =
                methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(
                        pattern ->
                                names.stream()
                                        .map(
                                                method ->
                                                        method
                                                                + " "
                                                                + (pattern.isEmpty()
                                                                        ? "/"
                                                                        : pattern)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    }
}
