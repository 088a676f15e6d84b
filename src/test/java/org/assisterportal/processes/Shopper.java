package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.shared.Minnesota;

/** A consumer with an account of their own who gets a credit, chose a plan, and sits before the form to sign: all by the product's pages. */
final class Shopper {
    private static final int AUTUMN = 11;

    final Visitor browser;
    final UUID consumer;
    final String at;
    private final Marketplace marketplace;

    private Shopper(Marketplace marketplace, Visitor browser, UUID consumer, String at) {
        this.marketplace = marketplace;
        this.browser = browser;
        this.consumer = consumer;
        this.at = at;
    }

    /** From November on plans are bought for the next year, in open enrollment; before, for this one, under an event. */
    static int planYear() {
        LocalDate today = LocalDate.now(Minnesota.ZONE);
        return today.getMonthValue() >= AUTUMN ? today.getYear() + 1 : today.getYear();
    }

    static Shopper beforeTheSignature(Marketplace marketplace) {
        Visitor browser = marketplace.visitor();
        String email = Region.unique("maria.") + "@shoppers.example";
        browser.open("/account/new");
        browser.send("/account/new", "email", email);
        String link = marketplace.mail.mailed(email, "(/account/new/[A-Za-z0-9_-]+)");
        browser.open(link);
        browser.send(link, "firstName", "Maria", "lastName", "Lopez", "password", Member.PASSWORD, "agreed", "true");
        UUID consumer = marketplace.sql().sql("SELECT id FROM consumer.consumer WHERE email = :email").param("email", email).query(UUID.class).single();
        browser.open("/coverage");
        browser.send("/coverage");
        Shopper shopper = new Shopper(marketplace, browser, consumer, browser.path());
        shopper.applies();
        shopper.chooses();
        return shopper;
    }

    private void applies() {
        answer("/year", "year", String.valueOf(planYear()));
        answer("/home", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
        answer("/people/self/person", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        answer("/people/self/taxes", "filing", "SINGLE", "claimed", "NOBODY");
        answer("/citizens", "self", "YES");
        for (String question : new String[] {"pregnancy", "disability", "medicare", "tribes", "covered"}) {
            answer("/" + question, "self", "NO");
        }
        answer("/custody", "self", "FREE");
        answer("/earners", "self", "YES");
        answer("/people/self/income", "kind-1", "WAGES", "amount-1", "1,350", "frequency-1", "EVERY_TWO_WEEKS");
        answer("/people/self/deductions", "any", "NO");
        answer("/people/self/expected", "same", "YES");
        answer("/people/self/offer", "offered", "NO");
        answer("/people/self/ssn", "has", "LATER");
        browser.open(at + "/sign");
        browser.send("/sign", "name", "Maria Lopez", "agreed", "true");
        assertThat(browser.path()).as(browser.text()).endsWith("/result");
    }

    private void answer(String page, String... fields) {
        if (!browser.path().equals(at + page)) {
            browser.open(at + page);
        }
        browser.send(page, fields);
        assertThat(browser.text()).as(page).doesNotContain("There is a problem");
    }

    private void chooses() {
        browser.open(at + "/plans");
        if (LocalDate.now(Minnesota.ZONE).getMonthValue() < AUTUMN) {
            browser.open(at + "/plans/event");
            browser.send(
                    "/plans/event", "event", "CREDIT_CHANGED", "people", "self", "day",
                    DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).format(LocalDate.now(Minnesota.ZONE)));
        }
        browser.send("/plans/list", "people", "self", "kind", "medical");
        String plan = browser.found("name=\"plan\" value=\"(\\d{5}MN\\d{7})\"");
        browser.press("/plans/list", at + "/plans/choose", "plan", plan);
        browser.open(at + "/plans/sign");
        assertThat(browser.title()).isEqualTo("Review and sign");
    }

    /** Sends the form that is read, which stays open here, to be sent again; the answer. */
    String signs() {
        return browser.tab().send("/plans/sign", "name", "Maria Lopez", "agreed", "true");
    }

    /** The page of what this household has. */
    String policies() {
        return browser.tab().open(at + "/policies");
    }

    /** How many of the rows there are that are about this consumer. */
    long rows(String rows) {
        return marketplace.count(rows.replace("$", "'" + consumer + "'"));
    }

    /** How often enrolled, after everything that a signature keeps was found to be there so often and no row more. */
    long enrolled() {
        long acts = rows("enrollment.act WHERE consumer = $");
        for (String kept :
                new String[] {
                    "enrollment.policy WHERE consumer = $",
                    "enrollment.member m JOIN enrollment.policy p ON p.id = m.policy WHERE p.consumer = $",
                    "enrollment.amount a JOIN enrollment.policy p ON p.id = a.policy WHERE p.consumer = $",
                    "consumer.diary WHERE consumer = $ AND act = 'enrollment.signed'",
                    "audit.line WHERE act = 'enrollment.signed' AND subject = $",
                    "notification.outbox WHERE kind = 'enrollment-signed' AND subject = $",
                    "(SELECT act FROM enrollment.telling_due WHERE consumer = $ UNION SELECT act FROM enrollment.policy p"
                            + " JOIN enrollment.carrier_event e ON e.policy = p.number::text WHERE p.consumer = $) told"
                }) {
            assertThat(rows(kept)).as(kept).isEqualTo(acts);
        }
        return acts;
    }

    /** The number of the one policy. */
    String policy() {
        return marketplace.sql().sql("SELECT number FROM enrollment.policy WHERE consumer = :consumer").param("consumer", consumer).query(String.class).single();
    }
}
