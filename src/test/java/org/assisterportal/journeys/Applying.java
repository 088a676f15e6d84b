package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;

/** Whoever fills in an application, page by page. */
abstract class Applying extends OnTheWay {
    static final int MOST_PAGES = 60;

    /** What is answered on a page, by its slug and whom it is about; fields and values in turn. */
    private final Map<String, String[]> answers = new HashMap<>();

    void on(String page, String... fields) {
        answers.put(page, fields);
    }

    /** Chooses, ticks or types, whatever the field is. */
    void give(String field, String value) {
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
    String here() {
        String path = page.url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", "");
        String slug = path.substring(path.lastIndexOf('/') + 1);
        String of = answers.keySet().stream().filter(one -> one.startsWith(slug + " ") && title().contains(one.substring(slug.length() + 1))).findFirst().orElse(slug);
        return path.matches("/coverage/[0-9a-f-]{36}") ? "" : of;
    }

    /** Goes on from page to page until the task list comes; names of people stand for their keys. */
    void answerOn(Map<String, String> keys) {
        for (int i = 0; i < MOST_PAGES && !here().isEmpty(); i++) {
            String at = here();
            String[] fields = Objects.requireNonNull(answers.get(at), () -> "nothing is said for " + at + ": " + title());
            for (int field = 0; field < fields.length; field += 2) {
                give(named(fields[field], keys), named(fields[field + 1], keys));
            }
            fits();
            if (at.startsWith("person")) {
                enterSaves();
            } else {
                press("Save and continue");
            }
            assertThat(alert()).as(at).isEmpty();
        }
    }

    private void enterSaves() {
        String before = page.url();
        page.locator("#birth-date").press("Enter");
        page.waitForURL(url -> !url.equals(before));
        page.waitForLoadState();
        accessible();
        assertThat(page.locator("html").getAttribute("lang")).as("Enter changes no language").isEqualTo("en");
    }

    private static String named(String text, Map<String, String> keys) {
        String said = text;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            said = said.replace("{" + key.getKey() + "}", key.getValue());
        }
        return said;
    }

    int thisYearIs() {
        return Minnesota.today(clock).getYear();
    }

    String thisYear() {
        return String.valueOf(thisYearIs());
    }

    void sayWhatAllSay() {
        on("year", "year", thisYear());
        on("home", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
    }

    /** Somebody alone, a citizen, whose wages leave room for a tax credit. */
    void sayWhatASingleAdultSays() {
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
    }

    /** Goes on from the first page to the last, where nobody else is in the application. */
    void answerAll() {
        answerOn(Map.of());
        for (String section : List.of("HOUSEHOLD", "PEOPLE")) {
            page.locator("section[aria-labelledby=" + section + "] a.usa-button").first().click();
            answerOn(Map.of());
        }
    }

    void sign(String name) {
        page.getByText("I have read this and agree to it").click();
        page.locator("#name").fill(name);
        press("Sign and send");
    }

    /** An assister of a new agency begins the application of a consumer whom they may apply for, at a screen so wide. */
    Household.Assister begins(Region region, Household household, int width) {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Actor maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        page.setViewportSize(width, 844);
        signIn(ana.actor());
        open("/portal");
        press("Maria Lopez");
        follow("Apply for health coverage");
        press("Begin the application");
        return ana;
    }

    /** Names somebody, and keeps the key of their pages. */
    void name(Map<String, String> keys, String first, String born, String applies, String here) {
        follow("Add a person");
        keys.put(first, page.url().replaceAll(".*/people/([^/]+)/.*", "$1"));
        give("first-name", first);
        give("last-name", "Lopez");
        give("birth-date", born);
        give("applies", applies);
        give("here", here);
        press("Save and exit");
    }
}
