package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Applications from the first page to who qualifies for what: a single adult who then reports a change on a phone, a family
 * of four on a phone, a mixed household in interview mode.
 */
class ApplyJourneyTests extends Journey {
    private static final int MOST_PAGES = 60;

    @Autowired private Region region;
    @Autowired private Household household;
    @Autowired private SessionRepository<? extends Session> sessions;
    @Autowired private Clock clock;

    /** What is answered on a page, by its slug and whom it is about; fields and values in turn. */
    private final Map<String, String[]> answers = new HashMap<>();

    private void on(String page, String... fields) {
        answers.put(page, fields);
    }

    private void signIn(Actor actor) {
        String authority = Objects.requireNonNull(actor.hat()).authority();
        String id = begin(sessions, new SignedIn(actor, "Lakes Health", authority, clock.instant()));
        String value = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        page.context().addCookies(List.of(new Cookie("session", value).setUrl(address())));
    }

    private static <S extends Session> String begin(SessionRepository<S> sessions, SignedIn who) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(who));
        sessions.save(session);
        return session.getId();
    }

    private void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(page.url()).isEqualTo(true);
    }

    /** Chooses, ticks or types, whatever the field is. */
    private void give(String field, String value) {
        var radio = page.locator("input[type=radio][name='" + field + "'][value='" + value + "']");
        var box = page.locator("input[type=checkbox][name='" + field + "']");
        var list = page.locator("select[name='" + field + "']");
        if (radio.count() > 0) {
            page.locator("label[for='" + radio.getAttribute("id") + "']").click();
        } else if (box.count() > 0) {
            page.locator("label[for='" + box.getAttribute("id") + "']").click();
        } else if (list.count() > 0) {
            list.selectOption(value);
        } else {
            page.locator("input[name='" + field + "']").fill(value);
        }
    }

    /** The page's slug, and for whom it asks where it asks for one: {@code income Maria}. */
    private String here() {
        String path = page.url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", "");
        String slug = path.substring(path.lastIndexOf('/') + 1);
        String of = answers.keySet().stream().filter(one -> one.startsWith(slug + " ") && title().contains(one.substring(slug.length() + 1))).findFirst().orElse(slug);
        return path.matches("/coverage/[0-9a-f-]{36}") ? "" : of;
    }

    /** Goes on from page to page until the task list comes; names of people stand for their keys. */
    private void answerOn(Map<String, String> keys) {
        for (int i = 0; i < MOST_PAGES && !here().isEmpty(); i++) {
            String at = here();
            String[] fields = Objects.requireNonNull(answers.get(at), () -> "nothing is said for " + at + ": " + title());
            for (int field = 0; field < fields.length; field += 2) {
                give(named(fields[field], keys), named(fields[field + 1], keys));
            }
            fits();
            press("Save and continue");
            assertThat(alert()).as(at).isEmpty();
        }
    }

    private static String named(String text, Map<String, String> keys) {
        String said = text;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            said = said.replace("{" + key.getKey() + "}", key.getValue());
        }
        return said;
    }

    private int thisYearIs() {
        return Minnesota.today(clock).getYear();
    }

    private String thisYear() {
        return String.valueOf(thisYearIs());
    }

    private void sayWhatAllSay() {
        on("year", "year", thisYear());
        on("home", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
    }

    @Test
    void aSingleAdultAppliesAndSeesTheirAnswer() {
        String email = anAddress("maria.");
        region.consumer(email);
        page.setViewportSize(1280, 900);
        open("/account/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        follow("Apply for health coverage");
        press("Begin the application");
        assertThat(text()).contains("Nothing is sent yet", "Start", "Household", "Each person");
        sayWhatAllSay();
        on("person", "birth-date", "5/17/1990", "applies", "YES");
        on("taxes", "filing", "SINGLE", "claimed", "NOBODY");
        for (String one : List.of("pregnancy", "disability", "medicare", "tribes", "covered")) {
            on(one, "self", "NO");
        }
        on("citizens", "self", "YES");
        on("custody", "self", "FREE");
        on("earners", "self", "YES");
        on("income", "kind-1", "WAGES", "amount-1", "1250", "frequency-1", "EVERY_TWO_WEEKS");
        on("deductions", "any", "NO");
        on("expected", "same", "YES");
        on("offer", "offered", "NO");
        on("ssn", "has", "YES", "ssn", "123-45-6789");
        follow("Begin: Start");
        press("Save and continue");
        assertThat(alert()).contains("Choose an answer.");
        answerOn(Map.of());
        page.locator("section[aria-labelledby=HOUSEHOLD] a.usa-button").first().click();
        answerOn(Map.of());
        page.locator("section[aria-labelledby=PEOPLE] a.usa-button").first().click();
        answerOn(Map.of());
        follow("Read everything over and sign");
        assertThat(text()).contains("Wages, before taxes", "Duluth");
        fits();
        follow("All is right: go on to sign");
        press("Sign and send");
        assertThat(alert()).contains("check that you agree", "Type your name");
        page.getByText("I have read this and agree to it").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and send");
        assertThat(title()).isEqualTo("Who qualifies for what");
        assertThat(text()).contains("Maria Lopez qualifies for");
        page.locator("details summary").first().click();
        accessible();
        assertThat(text()).contains("Met:", "of the poverty guideline", "42 CFR");
        fits();
        follow("My account");
        assertThat(text()).contains("Signed and sent");
        fits();
        sheReportsThatSheEarnsLess();
    }

    private void sheReportsThatSheEarnsLess() {
        page.setViewportSize(390, 844);
        follow("Report a change");
        fits();
        press("Income has changed");
        on("income", "kind-1", "WAGES", "amount-1", "600", "frequency-1", "MONTHLY");
        for (int i = 0; i < MOST_PAGES && !here().equals("review"); i++) {
            if (here().equals("income")) {
                give("amount-1", "600");
                give("frequency-1", "MONTHLY");
            }
            fits();
            press("Save and continue");
            assertThat(alert()).isEmpty();
        }
        assertThat(text()).contains("$600");
        follow("All is right: go on to sign");
        assertThat(text()).contains("What would change", "Then: Maria Lopez qualifies for Medical Assistance.");
        fits();
        page.getByText("I have read this and agree to it").click();
        page.locator("#name").fill("Maria Lopez");
        press("Sign and send");
        assertThat(text()).contains("Maria Lopez qualifies for Medical Assistance.");
    }

    @Test
    void anAssisterInterviewsAMixedHousehold() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Actor maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        page.setViewportSize(1280, 900);
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        follow("Apply for health coverage");
        press("Begin the application");
        follow("Interview mode");
        give("aloud", "es");
        give("interpreter", "FAMILY");
        press("Save");
        assertThat(alert()).contains("Confirm that the person was offered a professional interpreter");
        give("wished", "true");
        press("Save");
        assertThat(text()).contains("Interpreter: A relative or friend, as the person wishes");
        accessible();
        sayWhatAllSay();
        follow("Begin: Start");
        assertThat(text()).contains("Primero, ¿para qué año quiere cobertura?");
        answerOn(Map.of());
        Map<String, String> keys = new HashMap<>(Map.of("Maria", "self"));
        name(keys, "Tom", "3/2/1988", "YES", "YES");
        name(keys, "Rosa", "1/1/" + (thisYearIs() - 11), "YES", "YES");
        name(keys, "Ines", "4/4/" + (thisYearIs() - 70), "YES", "YES");
        name(keys, "Luis", "6/6/" + (thisYearIs() - 20), "YES", "NO");
        name(keys, "Lodger", "7/7/1980", "NO", "YES");
        follow("Take Lodger Lopez out of the application");
        accessible();
        follow("Keep in the application");
        follow("Take Lodger Lopez out of the application");
        press("Take Lodger Lopez out");
        keys.remove("Lodger");
        on("person", "birth-date", "5/17/1990", "applies", "YES");
        on("relation Tom", "to-self", "SPOUSE");
        on("relation Rosa", "to-self", "CHILD", "to-{Tom}", "STEPCHILD");
        on("relation Ines", "to-self", "PARENT", "to-{Tom}", "OTHER", "to-{Rosa}", "GRANDPARENT");
        on("relation Luis", "to-self", "CHILD", "to-{Tom}", "STEPCHILD", "to-{Rosa}", "SIBLING", "to-{Ines}", "GRANDCHILD");
        on("taxes Maria", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Tom", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Rosa", "filing", "NONE", "claimed", "{Maria}");
        on("taxes Ines", "filing", "NONE", "claimed", "NOBODY");
        on("taxes Luis", "filing", "NONE", "claimed", "{Maria}");
        page.locator("section[aria-labelledby=HOUSEHOLD] a.usa-button").first().click();
        answerOn(keys);
        on("residence", "{Luis}", "NO");
        on("citizens", "{Maria}", "YES", "{Tom}", "NO", "{Rosa}", "YES", "{Ines}", "NO", "{Luis}", "YES");
        on("immigration Tom", "status", "LAWFUL_PERMANENT_RESIDENT", "since", "6/1/" + (thisYearIs() - 2), "military", "NO");
        on("immigration Ines", "status", "UNDOCUMENTED", "military", "NO");
        on("pregnancy", "{Maria}", "YES", "expected-{Maria}", "2", "{Tom}", "NO", "{Rosa}", "NO", "{Luis}", "NO");
        on("foster-care", "{Luis}", "NO");
        for (String one : List.of("disability", "covered")) {
            on(one, "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        }
        on("medicare", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        on("tribes", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "YES", "{Ines}", "NO", "{Luis}", "NO");
        on("custody", "{Maria}", "FREE", "{Tom}", "FREE", "{Ines}", "FREE", "{Luis}", "FREE");
        on("earners", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "NO", "{Ines}", "NO", "{Luis}", "NO");
        on("income Maria", "kind-1", "WAGES", "amount-1", "2,500", "frequency-1", "MONTHLY");
        on("income Tom", "kind-1", "SELF_EMPLOYMENT", "amount-1", "3,000", "frequency-1", "MONTHLY");
        on("deductions", "any", "NO");
        on("expected", "same", "YES");
        on("offer", "offered", "NO");
        on("ssn", "has", "LATER");
        page.locator("section[aria-labelledby=PEOPLE] a.usa-button").first().click();
        answerOn(keys);
        follow("Read everything over and sign");
        follow("All is right: go on to sign");
        page.getByText("I have read this and agree to it").click();
        page.locator("#name").fill(ana.actor().name());
        press("Sign and send");
        assertThat(text())
                .contains(
                        "Maria Lopez qualifies for Medical Assistance.", "Rosa Lopez qualifies for Medical Assistance.",
                        "Tom Lopez qualifies for a tax credit", "Ines Lopez does not qualify", "Luis Lopez does not qualify");
        accessible();
    }

    /** Names somebody, and keeps the key of their pages. */
    private void name(Map<String, String> keys, String first, String born, String applies, String here) {
        follow("Add a person");
        keys.put(first, page.url().replaceAll(".*/people/([^/]+)/.*", "$1"));
        give("first-name", first);
        give("last-name", "Lopez");
        give("birth-date", born);
        give("applies", applies);
        give("here", here);
        press("Save and exit");
    }

    @Test
    void anAssisterAppliesForAFamilyOfFourOnAPhone() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Actor maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        page.setViewportSize(390, 844);
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        follow("Apply for health coverage");
        press("Begin the application");
        assertThat(text()).contains("Application of Maria Lopez");
        fits();
        sayWhatAllSay();
        follow("Begin: Start");
        answerOn(Map.of());
        Map<String, String> keys = new HashMap<>(Map.of("Maria", "self"));
        name(keys, "Tom", "3/2/1988", "YES", "YES");
        name(keys, "Rosa", "1/1/" + (thisYearIs() - 11), "YES", "YES");
        name(keys, "Leo", "1/1/" + (thisYearIs() - 7), "YES", "YES");
        fits();
        on("person", "birth-date", "5/17/1990", "applies", "YES");
        on("relation Tom", "to-self", "SPOUSE");
        on("relation Rosa", "to-self", "CHILD", "to-{Tom}", "CHILD");
        on("relation Leo", "to-self", "CHILD", "to-{Tom}", "CHILD", "to-{Rosa}", "SIBLING");
        on("taxes Maria", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Tom", "filing", "JOINT", "claimed", "NOBODY");
        on("taxes Rosa", "filing", "NONE", "claimed", "{Maria}");
        on("taxes Leo", "filing", "NONE", "claimed", "{Maria}");
        page.locator("section[aria-labelledby=HOUSEHOLD] a.usa-button").first().click();
        answerOn(keys);
        for (String one : List.of("disability", "medicare", "tribes", "covered")) {
            on(one, "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO", "{Leo}", "NO");
        }
        on("citizens", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "YES", "{Leo}", "YES");
        on("pregnancy", "{Maria}", "NO", "{Tom}", "NO", "{Rosa}", "NO");
        on("custody", "{Maria}", "FREE", "{Tom}", "FREE");
        on("earners", "{Maria}", "YES", "{Tom}", "YES", "{Rosa}", "NO", "{Leo}", "NO");
        on("income Maria", "kind-1", "WAGES", "amount-1", "2000", "frequency-1", "TWICE_A_MONTH");
        on("income Tom", "kind-1", "SELF_EMPLOYMENT", "amount-1", "900", "frequency-1", "MONTHLY");
        on("deductions", "any", "NO");
        on("expected", "same", "YES");
        on("offer", "offered", "YES", "own", "95", "family-{Tom}", "true", "family-{Rosa}", "true", "family-{Leo}", "true", "all", "900", "value", "YES");
        on("ssn", "has", "LATER");
        page.locator("section[aria-labelledby=PEOPLE] a.usa-button").first().click();
        answerOn(keys);
        follow("Read everything over and sign");
        fits();
        follow("All is right: go on to sign");
        assertThat(text()).contains("You sign on behalf of Maria Lopez");
        page.getByText("I have read this and agree to it").click();
        page.locator("#name").fill(ana.actor().name());
        press("Sign and send");
        assertThat(text()).contains("on the consumer’s behalf under authorization");
        // Her employer's offer is affordable for her alone, and not for the family.
        assertThat(text()).contains("Maria Lopez may buy a plan at its full price");
        for (String name : List.of("Tom", "Rosa", "Leo")) {
            assertThat(text()).contains(name + " Lopez qualifies for");
        }
        fits();
        open("/portal");
        assertThat(text()).contains("Decided");
    }
}
