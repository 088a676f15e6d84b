package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** "My information". */
class ProfilePagesTests extends PageScene {
    private static final String PAGE = "/account/profile";

    @Autowired private Consumers consumers;
    @Autowired private Household household;
    @Autowired private Handiwork handiwork;

    private final String email = Region.unique("maria.") + "@example.org";
    private Actor maria;

    @BeforeEach
    void oneConsumer() {
        maria = region.consumer(email);
    }

    private MvcTestResult save(String... changes) {
        Map<String, String> form = new LinkedHashMap<>(consumers.own(maria).form());
        form.put("version", String.valueOf(consumers.own(maria).version()));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return post(maria, PAGE, form.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray(String[]::new));
    }

    @Test
    void theFormShowsWhatIsKnownAndAllCounties() {
        assertThat(get(maria, PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("My information", "value=\"Maria\"", email, ">Lac qui Parle</option>", ">Yellow Medicine</option>", "Safe at Home")
                .doesNotContain("??", "[English]", "There is a problem");
    }

    @Test
    void whatIsSavedStandsThereAndInTheDiary() {
        assertThat(save(
                        "birth-date", "5/17/1990", "phone", "(612) 555-0177", "interpreter", "Hmong", "street", "12 Oak St", "city",
                        "Duluth", "state", "MN", "zip", "55802", "county", "St. Louis"))
                .hasRedirectedUrl(PAGE);
        assertThat(get(maria, PAGE))
                .bodyText()
                .contains("value=\"5/17/1990\"", "value=\"612-555-0177\"", "value=\"Hmong\"", "value=\"12 Oak St\"")
                .containsPattern("<option value=\"St. Louis\" selected=\"selected\">");
        assertThat(get(maria, "/account/diary")).bodyText().contains("You changed your information", "date of birth, phone, interpreter, address");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        assertThat(save("birth-date", "17.5.1990", "phone", "12", "street", "12 Oak St", "zip", "5580", "state", "MN", "county", "Cook County"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "There is a problem", "href=\"#birth-date\"", "id=\"birth-date-error\"", "Write the date as month/day/year",
                        "id=\"phone-error\"", "id=\"city-error\"", "id=\"zip-error\"", "id=\"county-error\"", "value=\"17.5.1990\"",
                        "value=\"5580\"")
                .doesNotContain("??");
        assertThat(save("street", "1 A St", "city", "X", "zip", "55802", "state", "Nowhere")).bodyText().contains("id=\"state-error\"");
        assertThat(consumers.own(maria).address()).isNull();
    }

    @Test
    void whoSavesAfterSomebodyElseSeesBothAndLosesNothing() {
        int before = consumers.own(maria).version();
        handiwork.change(maria, Map.of("phone", "612-555-0177"));
        MvcTestResult late = save("version", String.valueOf(before), "phone", "612-555-0188");
        assertThat(late)
                .hasStatusOk()
                .bodyText()
                .contains("changed somewhere else while you were typing", "value=\"612-555-0188\"", "Saved now: 612-555-0177")
                .doesNotContain("??");
        assertThat(consumers.own(maria).phone()).isEqualTo("612-555-0177");
        assertThat(late).bodyText().contains("name=\"version\" value=\"" + consumers.own(maria).version() + "\"");
    }

    @Test
    void correctingAFieldDoesNotOverwriteWhatSomebodySavedMeanwhile() {
        int before = consumers.own(maria).version();
        handiwork.change(maria, Map.of("phone", "612-555-0177"));
        assertThat(save("version", String.valueOf(before), "birth-date", "never"))
                .bodyText()
                .contains("name=\"version\" value=\"" + before + "\"");
    }

    @Test
    void anotherLanguageIsThatOfThePagesFromThenOnAndOfTheNextSignIn() throws Exception {
        MvcTestResult saved = save("language", "es");
        assertThat(saved.getResponse().getHeaders("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("lang=es"));
        MvcTestResult entered = post(new MockHttpSession(), "/account/sign-in", "email", email, "password", PASSWORD);
        MockHttpSession browser = (MockHttpSession) Objects.requireNonNull(entered.getRequest().getSession());
        assertThat(get(browser, PAGE)).hasStatusOk().bodyText().contains("<html lang=\"es\"", "Mis datos", "Dónde vive").doesNotContain("[English]", "??");
        assertThat(get(browser, "/account")).bodyText().contains("Le damos la bienvenida, Maria Lopez").doesNotContain("[English]", "??");
        assertThat(get(browser, "/account/diary")).bodyText().contains("Usted cambió sus datos", "idioma").doesNotContain("[English]", "??");
    }

    @Test
    void aConfidentialAddressIsNoAssistersAndCanBeTakenAwayAgain() throws Exception {
        save("street", "12 Oak St", "city", "Duluth", "state", "MN", "zip", "55802", "county", "St. Louis", "confidential", "true");
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        household.authorize(maria, ana, Scope.APPLY);
        assertThat(consumers.own(maria).addressKept()).isTrue();
        assertThat(shown(ana)).doesNotContain("12 Oak St", "55802", "Duluth");
        assertThat(get(maria, PAGE)).bodyText().contains("value=\"12 Oak St\"").containsPattern("id=\"confidential\"[^>]*checked=\"checked\"");
        save("street", "", "city", "", "zip", "", "county", "", "confidential", "");
        assertThat(consumers.own(maria).address()).isNull();
        assertThat(consumers.own(maria).addressKept()).isFalse();
        save("street", "14 Elm St", "city", "Duluth", "state", "MN", "zip", "55802", "county", "St. Louis", "confidential", "");
        assertThat(shown(ana)).as("one that isn't confidential").contains("14 Elm St", "55802");
    }

    /** What the assister's workspace and form show of Maria. */
    private String shown(Household.Assister ana) throws Exception {
        MockHttpSession browser = new MockHttpSession();
        String workspace = "/portal/consumers/" + maria.subject();
        assertThat(
                        pages.post().uri("/portal/act").session(browser).with(this::token).with(authentication(in(ana.actor())))
                                .param("consumer", String.valueOf(maria.subject())).exchange())
                .hasRedirectedUrl(workspace);
        StringBuilder shown = new StringBuilder();
        for (String page : new String[] {workspace, workspace + "/profile"}) {
            MvcTestResult read = pages.get().uri(page).session(browser).with(authentication(in(ana.actor()))).exchange();
            assertThat(read).hasStatusOk().bodyText().contains("You are acting for");
            shown.append(read.getResponse().getContentAsString());
        }
        return shown.toString();
    }
}
