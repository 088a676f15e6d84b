package org.assisterportal.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Duration;
import java.time.LocalDate;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ana, who may use the portal, in one browser, and people who authorize her. */
abstract class DeskScene extends PageScene {
    @Autowired protected Household household;
    @Autowired protected Caseload caseload;
    @Autowired protected Consumers consumers;

    protected Household.Assister ana;
    protected MockHttpSession browser;

    @BeforeEach
    void comeIn() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        browser = new MockHttpSession();
    }

    protected MvcTestResult look(String page) {
        return look(ana.actor(), browser, page);
    }

    protected MvcTestResult look(Actor actor, MockHttpSession session, String page) {
        return pages.get().uri(page).session(session).with(authentication(in(actor))).exchange();
    }

    protected MvcTestResult send(String page, String... params) {
        return send(ana.actor(), browser, page, params);
    }

    protected MvcTestResult send(Actor actor, MockHttpSession session, String page, String... params) {
        var request = pages.post().uri(page).session(session).with(this::token).with(authentication(in(actor)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /** A consumer who has authorized Ana. */
    protected Actor helped(String first, String last, Scope scope) {
        Actor consumer = household.consumer(first, last);
        household.authorize(consumer, ana, scope);
        return consumer;
    }

    /** Where the consumer's application stands. */
    protected void stands(Actor consumer, String status, String next, Waits waits, @Nullable Integer dueInDays) {
        LocalDate due = dueInDays == null ? null : Minnesota.today(clock).plusDays(dueInDays);
        transaction.executeWithoutResult(state -> caseload.progress(ConsumerId.of(consumer), status, next, waits, due));
    }

    protected MvcTestResult act(Actor consumer) {
        return send("/portal/act", "consumer", String.valueOf(consumer.subject()));
    }

    protected static String workspace(Actor consumer) {
        return "/portal/consumers/" + consumer.subject();
    }

    protected void wait(int minutes) {
        ((MovableClock) clock).travel(Duration.ofMinutes(minutes));
    }

    protected static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
