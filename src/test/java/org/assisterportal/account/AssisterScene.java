package org.assisterportal.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maria, signed in in one browser, and Ana, a navigator whom the directory lists. */
abstract class AssisterScene extends PageScene {
    static final String PAGE = "/account/assister";

    @Autowired Household household;
    @Autowired Authorizations authorizations;

    Household.Assister ana;
    Actor maria;
    MockHttpSession browser;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = region.consumer();
        browser = new MockHttpSession();
    }

    MvcTestResult open(String page) {
        return pages.get().uri(page).session(browser).with(authentication(in(maria))).exchange();
    }

    MvcTestResult openInSpanish(String page) {
        return pages.get().uri(page).cookie(new Cookie("lang", "es")).with(authentication(in(maria))).exchange();
    }

    MvcTestResult send(String page, String... params) {
        var request = pages.post().uri(page).session(browser).with(this::token).with(authentication(in(maria)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /** The page to which a form leads, with what it says once. */
    MvcTestResult follow(MvcTestResult answer) {
        return open(java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl()));
    }

    static String details(Household.Assister assister) {
        return PAGE + "/" + assister.person();
    }

    static String said(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash that the page's form carries. */
    static String hash(MvcTestResult page) {
        return field(page, "hash");
    }

    static String field(MvcTestResult page, String name) {
        Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(said(page));
        if (!found.find()) {
            throw new AssertionError("no field " + name);
        }
        return found.group(1);
    }
}
