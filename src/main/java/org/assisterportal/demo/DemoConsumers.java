package org.assisterportal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Agreement;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Made-up consumers in every state of an authorization, with applications begun and signed, through the product's acts. */
@Component
@Profile("demo")
class DemoConsumers {
    /** Who stands on the demo's page, in its order. */
    static final List<String> EMAILS =
            List.of("maria", "tomas", "amina", "bjorn", "joan", "chue", "rosa", "walter", "fatuma", "grace", "henry").stream()
                    .map(DemoConsumers::email)
                    .toList();

    private final ConsumerAccounts accounts;
    private final TermsOfUse terms;
    private final Authorizations authorizations;
    private final Consumers consumers;
    private final DemoApplications applications;
    private final DemoDocuments documents;
    private final Clock clock;

    DemoConsumers(
            ConsumerAccounts accounts, TermsOfUse terms, Authorizations authorizations, Consumers consumers,
            DemoApplications applications, DemoDocuments documents, Clock clock) {
        this.accounts = accounts;
        this.terms = terms;
        this.authorizations = authorizations;
        this.consumers = consumers;
        this.applications = applications;
        this.documents = documents;
        this.clock = clock;
    }

    /** Those of an assister who works on; with them a page has something of everything. */
    void ofActive(PersonId ana, Actor officer) {
        LocalDate today = Minnesota.today(clock);
        Actor maria = consumer("maria", "Maria", "Lopez", "en", "1990-05-17", "612-555-0141", "1412 Superior Street;Duluth;55802;St. Louis");
        give(maria, ana, Scope.APPLY, null);
        applications.begin(maria);
        Actor tomas = consumer("tomas", "Tomás", "Hernández-Villanueva", "es", "1978-11-02", "218-555-0142", "8 Lake Avenue;Two Harbors;55616;Lake");
        give(tomas, ana, Scope.APPLY, null);
        applications.begin(tomas);
        Actor amina = consumer("amina", "Amina", "Yusuf", "en", "1995-02-28", "", "");
        give(amina, ana, Scope.SEE, null);
        applications.sign(amina);
        documents.sendPay(amina);
        Actor bjorn = consumer("bjorn", "Bjorn", "Lindqvist", "en", "1962-07-09", "218-555-0144", "77 Cedar Road;Cloquet;55720;Carlton");
        give(bjorn, ana, Scope.APPLY, today.plusDays(20));
        applications.sign(bjorn);
        documents.decide(bjorn, officer);
        Actor joan = consumer("joan", "Joan", "Whitecloud", "en", "1984-04-22", "218-555-0150", "");
        give(joan, ana, Scope.APPLY, null);
        applications.signForAnyMonth(joan);
        Actor chue = consumer("chue", "Chue", "Vang", "en", "1988-09-30", "651-555-0145", "5 Kept Lane;Duluth;55806;St. Louis;kept");
        give(chue, ana, Scope.APPLY, null);
        Actor rosa = consumer("rosa", "Rosa", "Whitefeather", "en", "1971-01-19", "218-555-0146", "");
        give(rosa, ana, Scope.APPLY, null);
        authorizations.now(rosa).ifPresent(now -> authorizations.end(rosa, now.authorization().id()));
    }

    /** Of somebody who is suspended afterwards: the authorization waits. */
    void ofSuspended(PersonId dan) {
        give(consumer("walter", "Walter", "Olson", "en", "1950-12-24", "218-555-0147", ""), dan, Scope.APPLY, null);
        give(consumer("fatuma", "Fatuma", "Abdi", "en", "2001-03-03", "", ""), dan, Scope.SEE, null);
    }

    /** Of somebody who goes to another agency afterwards: the consumer has to agree anew. */
    void ofMoving(PersonId mo) {
        give(consumer("grace", "Grace", "Kim", "en", "1983-06-15", "952-555-0149", ""), mo, Scope.APPLY, null);
    }

    /** Who has authorized nobody. */
    void alone() {
        consumer("henry", "Henry", "Nobody-Yet", "en", "", "", "");
    }

    static String email(String name) {
        return name + "@consumers.example";
    }

    private Actor consumer(
            String name, String first, String last, String language, String born, String phone, String address) {
        ConsumerAccounts.Opened opened =
                accounts.open(
                        new EmailAddress(email(name)), null, new PersonName(first, last), DemoMarketplace.PASSWORD,
                        terms.inForce(AccountKind.CONSUMER));
        if (!(opened instanceof ConsumerAccounts.Opened.Done done)) {
            throw new IllegalStateException("the demo's consumer " + name + " is refused: " + opened);
        }
        Actor consumer = done.grant().actor(done.name());
        Map<String, String> form = new TreeMap<>();
        form.putAll(Map.of("first-name", first, "last-name", last, "language", language, "birth-date", born, "phone", phone));
        String[] parts = address.split(";", -1);
        if (parts.length >= 4) {
            form.putAll(Map.of("street", parts[0], "city", parts[1], "state", "MN", "zip", parts[2], "county", parts[3]));
            form.put("confidential", String.valueOf(parts.length > 4));
        }
        Consumers.Changed changed = consumers.change(consumer, form, 1);
        if (!(changed instanceof Consumers.Changed.Done)) {
            throw new IllegalStateException("the demo's profile of " + name + " is refused: " + changed);
        }
        return consumer;
    }

    private void give(Actor consumer, PersonId assister, Scope scope, @Nullable LocalDate until) {
        HelperCard card = authorizations.offer(consumer, assister, true).orElseThrow().card();
        String hash = authorizations.words(consumer, card, scope, Locale.ENGLISH).hash();
        Agreement agreement = new Agreement(assister, scope, until, Method.REFERENCE_NUMBER, hash, Locale.ENGLISH);
        if (!(authorizations.give(consumer, agreement) instanceof Authorizations.Given.Done)) {
            throw new IllegalStateException("the demo's authorization by " + consumer.name() + " is refused");
        }
    }
}
