package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assisterportal.Region;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Signings;
import org.assisterportal.consumer.Scope;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.PlanProposal;
import org.assisterportal.enrollment.PlanProposals;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maria may choose plans because of a birth, and Ana helps her to. */
abstract class ProposalScene extends CoverageScene {
    static final Pattern OFFERED = Pattern.compile("name=\"plan\" value=\"(\\d{5}MN\\d{7})\"");
    static final String REASON = "A low deductible, and a clinic in your town.";

    @Autowired Signings signings;
    @Autowired Enrollments enrollments;
    @Autowired PlanProposals proposals;
    @Autowired Policies policies;
    @Autowired Catalogs catalogs;
    @Autowired Plans plans;
    @Autowired Policyholder policyholder;

    String email;
    List<String> offered;

    @BeforeEach
    void determinedAndABirthLetsChoose() {
        PublishedDemo.publish(catalogs, plans);
        email = Region.unique("maria.") + "@example.org";
        begin(region.consumer(email));
        id = handiwork.application(maria);
        fillIn(maria);
        sign();
        born();
        offered = offered();
    }

    /** Maria is this one, with Ana at her side. */
    void begin(Actor consumer) {
        maria = consumer;
        household.authorize(maria, ana, Scope.APPLY);
        hers = new MockHttpSession();
        act();
    }

    void act() {
        anas = new MockHttpSession();
        send(ana.actor(), anas, "/portal/act", "consumer", String.valueOf(maria.subject()));
    }

    void sign() {
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
    }

    void born() {
        happened("BIRTH", Minnesota.today(clock));
    }

    void happened(String event, LocalDate day) {
        policyholder.happened(maria, LifeEvent.valueOf(event), day);
    }

    String list(Actor by) {
        return body(send(by, at("plans/list"), "party", "0", "people", "self", "kind", "medical"));
    }

    static List<String> plansOf(String page) {
        return OFFERED.matcher(page).results().map((MatchResult one) -> one.group(1)).distinct().toList();
    }

    List<String> offered() {
        return plansOf(list(maria));
    }

    int draft() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT version FROM enrollment.proposal_draft WHERE application = :id AND assister = :assister")
                                .param("id", id.value())
                                .param("assister", ana.person().value())
                                .query(Integer.class)
                                .optional()
                                .orElse(0));
    }

    MvcTestResult propose(String plan, String reason, int draft) {
        return send(ana.actor(), at("plans/propose"), "plan", plan, "people", "self", "reason", reason, "draft", String.valueOf(draft));
    }

    void propose(String... some) {
        Arrays.stream(some).forEach(plan -> assertThat(propose(plan, REASON, draft())).hasRedirectedUrl(at("plans/propose")));
    }

    MvcTestResult send() {
        return send(ana.actor(), at("plans/propose/send"), "draft", String.valueOf(draft()));
    }

    List<PlanProposal> all() {
        return proposals.of(new Hand.Own(maria), id);
    }

    /** Sends these plans. */
    PlanProposal proposed(String... some) {
        propose(some);
        assertThat(send()).hasRedirectedUrl(at("plans/proposal"));
        return all().getFirst();
    }

    String basket() {
        return String.valueOf(enrollments.desk(new Hand.Own(maria), id).orElseThrow().basket().version());
    }

    MvcTestResult pick(PlanProposal one, String plan) {
        return send(maria, at("plans/proposal/pick"), "proposal", one.id().toString(), "plan", plan, "version", basket());
    }

    MvcTestResult decline(PlanProposal one, String said) {
        return send(maria, at("plans/proposal/decline"), "proposal", one.id().toString(), "said", said);
    }

    String proposal(Actor by) {
        return body(look(by, at("plans/proposal")));
    }

    List<String> chosen() {
        return enrollments.desk(new Hand.Own(maria), id).orElseThrow().basket().lines().stream().map(line -> line.plan()).toList();
    }

    MvcTestResult sign(Actor by, String... made) {
        String read = enrollments.desk(new Hand.Own(maria), id).orElseThrow().preview().read();
        String[] form = {"name", by.name(), "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read};
        String[] all = Arrays.copyOf(form, form.length + made.length);
        System.arraycopy(made, 0, all, form.length, made.length);
        return send(by, at("plans/sign"), all);
    }

    Enrolled enrolled() {
        return policies.open(new Hand.Own(maria).consumer()).getFirst();
    }

    void choose(Actor by, String plan) {
        send(by, at("plans/choose"), "plan", plan, "people", "self", "version", basket());
    }
}
