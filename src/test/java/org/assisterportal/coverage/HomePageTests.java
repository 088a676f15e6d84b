package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Question;
import org.assisterportal.application.SignedVersions.Mailing;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.Spot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page about where people live: also without a fixed home, and with mail that comes elsewhere. */
class HomePageTests extends CoverageScene {
    private static final String[] AWAY = {
        "no-home", "true", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES", "mail-street", "PO Box 12", "mail-city",
        "Hudson", "mail-state", "WI", "mail-zip", "54016"
    };

    @Autowired private SignedVersions versions;

    @Test
    void whoHasNoFixedHomeAnswersWithoutAStreet() {
        assertThat(body(answer(maria, Question.HOME, "", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES"))).contains("Street and number: ");
        assertThat(answer(maria, Question.HOME, "", AWAY)).hasStatus3xxRedirection();
        assertThat(body(look(maria, at("review"))))
                .contains("I have no fixed home", "Mail comes to", "PO Box 12, Hudson WI 54016")
                .doesNotContain("Street and number", "??");
        assertThat(body(look(maria, at("home")))).contains("id=\"no-home\" name=\"no-home\" value=\"true\" checked", "value=\"PO Box 12\"", "value=\"WI\" selected");
    }

    @Test
    void halfAMailingAddressIsSaidInTheOpenPart() {
        String page = body(answer(maria, Question.HOME, "", "street", "12 Oak St", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES", "mail-zip", "54016"));
        assertThat(page).contains("href=\"#mail-street\"", "Mail: city: ", "<details class=\"ap-more\" open");
        assertThat(body(look(maria, at("home")))).contains("<details class=\"ap-more\">").doesNotContain("54016");
    }

    @Test
    void whatIsSignedSaysWhereMailComes() {
        ApplicationId signed = handiwork.signed(maria);
        assertThat(versions.find(signed).orElseThrow().home().mailing()).isNull();
        ApplicationId moved = handiwork.changed(maria, Spot.of(Question.HOME), Map.of("no-home", "true", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES", "mail-street", "PO Box 12", "mail-city", "Hudson", "mail-state", "WI", "mail-zip", "54016"));
        assertThat(versions.find(moved).orElseThrow().home().mailing()).isEqualTo(new Mailing("PO Box 12", "Hudson", "WI", "54016"));
        assertThat(versions.find(moved).orElseThrow().home().street()).isEmpty();
    }

    @Test
    void anAssisterSeesNoMailingAddressWhereTheAddressIsConfidential() {
        answer(maria, Question.HOME, "", AWAY);
        assertThat(body(look(ana.actor(), at("home")))).contains("PO Box 12");
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        for (String page : new String[] {"home", "review"}) {
            assertThat(body(look(ana.actor(), at(page)))).as(page).doesNotContain("PO Box 12", "Hudson", "54016");
        }
        answer(ana.actor(), Question.HOME, "", "kept", "true", "stays", "YES", "mail-street", "1 Evil Street", "mail-city", "Duluth", "mail-zip", "55802");
        assertThat(body(look(maria, at("home")))).contains("PO Box 12").doesNotContain("1 Evil Street");
    }

    @Test
    void thePageSpeaksSpanish() {
        String page =
                body(
                        pages.get().uri(at("home")).session(hers).cookie(new jakarta.servlet.http.Cookie(org.assisterportal.pages.Languages.COOKIE, "es"))
                                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication(in(maria)))
                                .exchange());
        assertThat(page).contains("No tengo un hogar fijo", "El correo postal llega a otra dirección").doesNotContain("Mail", "??");
    }

    @Test
    void whoIsSecondReadsBesideAFieldOnlyWhatIsDifferent() {
        String[] first = {"street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES"};
        send(maria, at("home"), join(first, "version", "0"));
        String[] second = {"street", "1 Oak Street", "city", " Duluth ", "zip", "55802", "county", "St. Louis", "stays", "YES", "mail-street", "", "mail-city", "", "mail-zip", "", "mail-state", "MN", "version", "0"};
        String page = body(send(ana.actor(), at("home"), second));
        assertThat(page).contains("Saved now: 1412 Superior Street").doesNotContain("Saved now: nothing", "Saved now: Duluth").containsPattern("<details class=\"ap-more\">\\s*<summary>Mail comes to another address");
    }

    private static String[] join(String[] fields, String... more) {
        return java.util.stream.Stream.of(fields, more).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
