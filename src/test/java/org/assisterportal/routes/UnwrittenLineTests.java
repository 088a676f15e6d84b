package org.assisterportal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.MailedConfirmations;
import org.assisterportal.consumer.MailedConfirmations.Confirmation;
import org.assisterportal.consumer.MailedRequests;
import org.assisterportal.consumer.Place;
import org.assisterportal.consumer.Proposals;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.SpotChecks;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.Closing;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.domain.AccountScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/**
 * Acts whose forms in the route table are refused, done directly with all they need: without its line none leaves anything
 * anywhere, and with its line the very same act does.
 */
class UnwrittenLineTests extends AccountScene {
    private static final Place PHONE = new Place("198.51.100.7", "Consumer's phone", List.of(), null);

    @Autowired private Ledger ledger;
    @Autowired private Household household;
    @Autowired private Region region;
    @Autowired private Authorizations authorizations;
    @Autowired private Consumers consumers;
    @Autowired private MailedRequests requests;
    @Autowired private MailedConfirmations confirmations;
    @Autowired private Proposals proposals;
    @Autowired private SpotChecks spotChecks;
    @Autowired private Tasks tasks;
    @Autowired private LinkedAccounts linked;
    @Autowired private Closing closing;

    private final String network = Region.unique("somewhere.");
    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer();
    }

    /** The acts by the lines that they leave; each is made ready when its turn comes. */
    private Map<String, Supplier<Runnable>> acts() {
        Map<String, Supplier<Runnable>> acts = new LinkedHashMap<>();
        acts.put("authorization.given", this::giving);
        acts.put("authorization.ended", () -> {
            UUID id = household.authorize(maria, ana, Scope.APPLY).id();
            return () -> authorizations.end(maria, id);
        });
        acts.put("authorization.disputed", () -> {
            household.authorize(maria, ana, Scope.APPLY);
            return () -> authorizations.dispute(maria, null, "I never asked for this");
        });
        acts.put("consumer.profile-changed", () -> {
            int version = consumers.own(maria).version();
            return () -> consumers.change(maria, form("612-555-0101"), version);
        });
        acts.put("consumer.left-over-settled", this::settling);
        acts.put("request.asked", () -> {
            String email = address();
            return () -> household.ask(ana.actor(), "Maria", "Lopez", email, "en", Scope.APPLY);
        });
        acts.put("request.mailed", () -> {
            household.ask(ana.actor(), "Maria", "Lopez", address(), "en", Scope.APPLY);
            return () -> household.sendRequests();
        });
        acts.put("request.sent-again", () -> {
            UUID id = asked();
            return () -> household.as(ana.actor(), () -> requests.sendAgain(ana.actor(), id));
        });
        acts.put("request.withdrawn", () -> {
            UUID id = asked();
            return () -> household.as(ana.actor(), () -> requests.withdraw(ana.actor(), id));
        });
        acts.put("request.confirmed", this::confirming);
        acts.put("request.declined", () -> {
            Household.Mailed mail = mailed(address());
            return () -> confirmations.decline(mail.token(), PHONE);
        });
        acts.put("agency.proposed", () -> {
            Household.Assister ben = household.assister(ana.office());
            return () -> proposals.add(ana.person(), ben.person(), ana.office().contact());
        });
        acts.put("spot-check.done", () -> {
            UUID given = household.givenByMail(ana.actor(), address());
            return () -> spotChecks.check(given, SpotChecks.Result.STOPPED, "Nobody there knows of it", Region.officer());
        });
        acts.put("task.closed", () -> {
            UUID given = household.authorize(maria, ana, Scope.APPLY).id();
            authorizations.dispute(maria, null, "Who is this?");
            UUID task = household.task("disputed", given).id();
            Actor officer = Region.officer();
            tasks.take(task, officer);
            return () -> tasks.close(task, "Called both", officer);
        });
        acts.put("account.linked", () -> {
            Member olga = member(Hat.ARC_OFFICER);
            // A code is used up by the proof, which comes before the act: the second time needs another one.
            Iterator<String> codes = olga.recoveryCodes().iterator();
            return () -> linked.link(maria, new LinkedAccounts.Own(PASSWORD, ""), proof(olga, codes.next()), network);
        });
        acts.put("account.unlinked", () -> {
            Member olga = member(Hat.ARC_OFFICER);
            Actor tom = region.consumer();
            linked.link(tom, new LinkedAccounts.Own(PASSWORD, ""), proof(olga, olga.recoveryCodes().getFirst()), network);
            return () -> linked.unlink(tom);
        });
        acts.put("account.closed", () -> () -> closing.close(maria, PASSWORD, "", network));
        return acts;
    }

    private static Map<String, String> form(String phone) {
        return Map.of("first-name", "Maria", "last-name", "Lopez", "language", "en", "phone", phone);
    }

    private static LinkedAccounts.Other proof(Member member, String code) {
        return new LinkedAccounts.Other(member.email().value(), PASSWORD, code);
    }

    private static String address() {
        return Region.unique("maria") + "@families.example";
    }

    private Runnable giving() {
        var card = authorizations.offer(maria, ana.person(), true).orElseThrow().card();
        String hash = authorizations.words(maria, card, Scope.APPLY, Locale.ENGLISH).hash();
        var agreement =
                new Authorizations.Agreement(
                        ana.person(), Scope.APPLY, null, Method.REFERENCE_NUMBER, hash,
                        Locale.ENGLISH);
        return () -> authorizations.give(maria, agreement);
    }

    private Runnable settling() {
        UUID given = household.authorize(maria, ana, Scope.APPLY).id();
        authorizations.end(maria, given);
        int version = consumers.own(maria).version();
        household.as(ana.actor(), () -> consumers.change(ana.actor(), ConsumerId.of(maria), form("612-555-0102"), version));
        UUID left = consumers.leftOvers(maria).getFirst().id();
        return () -> consumers.settle(maria, left, false);
    }

    private Household.Mailed mailed(String email) {
        household.ask(ana.actor(), "Maria", "Lopez", email, "en", Scope.APPLY);
        return household.mailed(email);
    }

    /** The id of a request that was mailed and waits. */
    private UUID asked() {
        mailed(address());
        return household.as(ana.actor(), () -> requests.pending(ana.actor(), 1)).rows().getFirst().id();
    }

    private Runnable confirming() {
        Household.Mailed mail = mailed(address());
        var open = (MailedConfirmations.Look.Open) confirmations.look(mail.token(), Scope.APPLY, Locale.ENGLISH, PHONE);
        var yes = new Confirmation(mail.code(), Scope.APPLY, open.words().hash(), Locale.ENGLISH);
        return () -> confirmations.confirm(mail.token(), yes, PHONE);
    }

    @Test
    void anActWhoseLineCannotBeWrittenLeavesNothingAndTheSameActWithItsLineDoes() {
        acts().forEach(
                (act, ready) -> {
                    Runnable work = ready.get();
                    String before = kept();
                    try (Ledger.Refusing ignored = ledger.new Refusing(act)) {
                        assertThatThrownBy(work::run).as(act).isInstanceOf(DataAccessException.class).hasMessageContaining("refusing");
                    }
                    assertThat(kept()).as(act).isEqualTo(before);
                    work.run();
                    assertThat(kept()).as("%s, with its line", act).isNotEqualTo(before);
                });
    }

    /** Everything but what the proof before an act uses up. */
    private String kept() {
        return ledger.fingerprints().replaceAll("identity\\.(recovery_code|code_miss)=[^,}]*", "");
    }
}
