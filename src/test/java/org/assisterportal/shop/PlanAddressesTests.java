package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.assisterportal.Region;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.consumer.Scope;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.identity.Tries;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists of plans have addresses to come back to, which say nothing of anybody. */
class PlanAddressesTests extends CoverageScene {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Tries tries;

    private final MockHttpSession nobody = new MockHttpSession();

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    private MvcTestResult told(String page, String... more) {
        String[] form = new String[12 + more.length];
        System.arraycopy(new String[] {"year", "2026", "zip", "55401", "ages", "41", "ages", "39", "income", "80125", "use", "HIGH"}, 0, form, 0, 12);
        System.arraycopy(more, 0, form, 12, more.length);
        return post(nobody, page, form);
    }

    private MvcTestResult open(String address, Cookie... cookies) {
        var request = pages.get().uri(URI.create(address)).session(nobody);
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    private static Cookie cookie(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie(ToldCookie.NAME));
    }

    @Test
    void whatAVisitorToldLeadsToAnAddressWithoutItAndStaysInTheBrowserUntilItIsClosed() {
        MvcTestResult answer = told("/plans", "metals", "GOLD", "sort", "deductible", "most", "900", "page", "1");
        assertThat(answer).hasStatus(302);
        String list = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(list).isEqualTo("/plans/list?year=2026&kind=medical&metals=GOLD&most=900&sort=deductible");
        Cookie told = cookie(answer);
        assertThat(told.getMaxAge()).as("until the browser is closed").isEqualTo(-1);
        assertThat(told.isHttpOnly()).isTrue();
        assertThat(told.getPath()).isEqualTo("/plans");
        assertThat(nobody.getAttributeNames().hasMoreElements()).as("nothing is kept here").isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(body(open(list, told))).as("also when it is opened again").contains("plans for 2026 in Hennepin county", "value=\"80125\"", "Gold Care");
        }
        assertThat(open(list)).as("in another browser").hasRedirectedUrl("/plans");
        assertThat(open(list, new Cookie(ToldCookie.NAME, "eyJ6aXAiOjF9%%"))).as("a broken one").hasRedirectedUrl("/plans");
        assertThat(open(list, new Cookie(ToldCookie.NAME, "eyJ6aXAiOiI1NTQifQ"))).as("a wrong answer").hasRedirectedUrl("/plans");
    }

    @Test
    void whatCannotBeIsSaidBesideItsField() {
        assertThat(body(post(nobody, "/plans", "year", "2026", "zip", "55401", "ages", "41", "income", "10,000,001"))).contains("at most 10,000,000 dollars", "value=\"10000001\"");
        assertThat(post(nobody, "/plans", "year", "2026", "zip", "55401", "ages", "41", "income", "10,000,000")).hasStatus(302);
        assertThat(body(post(nobody, "/plans", "year", "2026", "zip", "55401", "ages", "41", "ages", "39", "size", "1", "income", "50000"))).contains("at least as many as you named");
        assertThat(post(nobody, "/plans", "year", "2026", "zip", "55401", "ages", "41", "ages", "39", "size", "2", "income", "50000")).hasStatus(302);
    }

    @Test
    void theQuestionOfTheCountyHasAnAddressToo() {
        MvcTestResult answer = post(nobody, "/plans", "year", "2026", "zip", "56097", "ages", "40");
        assertThat(answer).hasRedirectedUrl("/plans/county?year=2026&kind=medical");
        assertThat(body(open("/plans/county?year=2026", cookie(answer)))).contains("In which county do you live?", "Freeborn", "value=\"40\"");
        assertThat(open("/plans/county")).as("of nobody").hasRedirectedUrl("/plans");
        assertThat(open("/plans/county", cookie(told("/plans")))).as("of one county").hasRedirectedUrl("/plans");
    }

    @Test
    void aMachineThatOpensThemOneAfterAnotherIsStopped() {
        Cookie told = cookie(told("/plans"));
        String network = Region.unique("10.96.");
        for (int i = 0; i < 240; i++) {
            tries.tryOnce("plans", network, 240, Duration.ofMinutes(1));
        }
        for (String page : new String[] {"/plans/list", "/plans/compare", "/plans/plan"}) {
            assertThat(pages.get().uri(page).cookie(told).remoteAddress(network).exchange()).hasStatus(429);
            assertThat(open(page, told)).hasStatusOk();
        }
    }

    @Test
    void whatIsNoWordOfTheListStandsInNoAddress() {
        MvcTestResult answer =
                told("/plans/plan", "metals", "Maria Lopez", "carrier", "Maria", "sort", "4111 1111", "plan", "Maria", "compare", "Lopez", "savings", "x");
        assertThat(answer).hasRedirectedUrl("/plans/plan?year=2026&kind=medical");
        assertThat(body(told("/plans/plan", "most", "my salary"))).as("stays in its field").contains("value=\"my salary\"", "There is a problem");
    }

    private MvcTestResult asks(Actor by, ApplicationId whose, String... more) {
        String[] form = new String[6 + more.length];
        System.arraycopy(new String[] {"party", "0", "people", "self", "kind", "medical"}, 0, form, 0, 6);
        System.arraycopy(more, 0, form, 6, more.length);
        var request = pages.post().uri("/coverage/" + whose + "/plans/list").session(by.equals(maria) ? hers : anas).with(this::token).with(authentication(in(by)));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void aHouseholdsListHasAnAddressToComeBackToAndItsExpectedCareIsNotInIt() {
        id = handiwork.signed(maria);
        MvcTestResult answer = asks(maria, id, "use", "HIGH", "people", "Maria Lopez");
        String list = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(list).startsWith(at("plans/list")).endsWith("?kind=medical&party=0&people=self");
        assertThat(body(look(maria, list))).contains("For Maria Lopez").containsPattern("value=\"HIGH\" selected");
        assertThat(body(look(maria, list))).as("opened again").contains("For Maria Lopez");
        assertThat(look(maria, at("plans/list"))).as("for nobody").hasRedirectedUrl(at("plans"));
        assertThat(body(look(ana.actor(), list))).as("another's session").containsPattern("value=\"MEDIUM\" selected");
    }

    @Test
    void aLimitThatIsNoAmountStaysInItsFieldOnAHouseholdsList() {
        id = handiwork.signed(maria);
        String list = body(asks(maria, id, "most", "four hundred"));
        assertThat(list).contains("There is a problem", "href=\"#most\"", "value=\"four hundred\"", "Write dollars in digits", "For Maria Lopez").doesNotContain("??");
    }

    @Test
    void whatCareOneHouseholdExpectsIsNotTakenForAnothers() {
        id = handiwork.signed(maria);
        asks(ana.actor(), id, "use", "HIGH");
        assertThat(body(look(ana.actor(), at("plans/list?kind=medical&party=0&people=self")))).containsPattern("value=\"HIGH\" selected");
        Actor tom = household.consumer("Tom", "Olson");
        household.authorize(tom, ana, Scope.APPLY);
        id = handiwork.signed(tom);
        send(ana.actor(), "/portal/act", "consumer", String.valueOf(tom.subject()), "insteadOf", String.valueOf(maria.subject()));
        assertThat(body(look(ana.actor(), at("plans/list?kind=medical&party=0&people=self")))).contains("For Tom Olson").containsPattern("value=\"MEDIUM\" selected");
    }
}
