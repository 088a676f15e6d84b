package org.assisterportal.coverage;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maria with an application of her own, and Ana, whom she lets apply for her. */
public abstract class CoverageScene extends PageScene {
    /** Pages to which what was asked for in a form leads, as a browser follows. */
    private static final String LISTS = ".*/plans/(list|compare|plan)\\?.*";

    @Autowired protected Household household;
    @Autowired protected Handiwork handiwork;
    @Autowired protected Applications applications;
    @Autowired protected Authorizations authorizations;

    protected Household.Assister ana;
    protected Actor maria;
    protected ApplicationId id;
    protected MockHttpSession hers;
    protected MockHttpSession anas;

    @BeforeEach
    protected void bothAtWork() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        id = handiwork.application(maria);
        hers = new MockHttpSession();
        anas = new MockHttpSession();
        send(ana.actor(), anas, "/portal/act", "consumer", String.valueOf(maria.subject()));
    }

    protected MvcTestResult look(Actor actor, MockHttpSession session, String page) {
        return pages.get().uri(page).session(session).with(authentication(in(actor))).exchange();
    }

    protected MvcTestResult look(Actor actor, String page) {
        return look(actor, sessionOf(actor), page);
    }

    protected MvcTestResult send(Actor actor, MockHttpSession session, String page, String... params) {
        var request = pages.post().uri(page).session(session).with(this::token).with(authentication(in(actor)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        MvcTestResult answer = request.exchange();
        String to = answer.getResponse().getRedirectedUrl();
        return to != null && to.matches(LISTS) ? pages.get().uri(URI.create(to)).session(session).with(authentication(in(actor))).exchange() : answer;
    }

    protected MvcTestResult send(Actor actor, String page, String... params) {
        return send(actor, sessionOf(actor), page, params);
    }

    private MockHttpSession sessionOf(Actor actor) {
        return actor.equals(maria) ? hers : anas;
    }

    protected String at(String page) {
        return "/coverage/" + id + "/" + page;
    }

    protected Paper paper() {
        return applications.show(new Hand.Own(maria), id);
    }

    /** What is read now, as the form to sign sends it. */
    protected String read() {
        return String.valueOf(paper().revision());
    }

    protected int version(Question question, String subject) {
        return paper().step(new Spot(question, subject)).map(Paper.Step::answer).map(Answered::version).orElse(0);
    }

    protected Map<String, String> content(Question question) {
        return paper().step(Spot.of(question)).map(Paper.Step::answer).map(Answered::content).orElse(Map.of());
    }

    /** Sends a page with the version that stands there now. */
    protected MvcTestResult answer(Actor actor, Question question, String subject, String... params) {
        String[] all = Arrays.copyOf(params, params.length + 2);
        all[params.length] = "version";
        all[params.length + 1] = String.valueOf(version(question, subject));
        return send(actor, at((subject.isEmpty() ? "" : "people/" + subject + "/") + question.slug()), all);
    }

    /** Another income, and that the whole year is like it. */
    protected void earns(Actor by, String amount, String frequency) {
        answer(by, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", amount, "frequency-1", frequency);
        answer(by, Question.EXPECTED, "self", "same", "YES");
    }

    protected String thisYear() {
        return String.valueOf(Minnesota.today(clock).getYear());
    }

    /** Everything that a single adult is asked, in order; by whom it is filled in doesn't matter. */
    protected void fillIn(Actor by) {
        answer(by, Question.YEAR, "", "year", thisYear());
        answer(by, Question.HOME, "", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");
        answer(by, Question.PERSON, "self", "first-name", "Maria", "last-name", "Lopez", "birth-date", "5/17/1990", "applies", "YES");
        answer(by, Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY");
        for (Question question : List.of(Question.CITIZENS, Question.PREGNANCY, Question.DISABILITY, Question.MEDICARE, Question.TRIBES, Question.COVERED)) {
            answer(by, question, "", "self", question == Question.CITIZENS ? "YES" : "NO");
        }
        answer(by, Question.CUSTODY, "", "self", "FREE");
        answer(by, Question.EARNERS, "", "self", "YES");
        answer(by, Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,250", "frequency-1", "EVERY_TWO_WEEKS");
        answer(by, Question.DEDUCTIONS, "self", "any", "NO");
        answer(by, Question.EXPECTED, "self", "same", "YES");
        answer(by, Question.OFFER, "self", "offered", "NO");
        answer(by, Question.SSN, "self", "has", "YES", "ssn", "123-45-6789");
    }

    protected static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
