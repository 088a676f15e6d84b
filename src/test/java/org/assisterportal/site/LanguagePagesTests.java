package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.routes.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which language a page speaks, and how a reader changes it. */
@MarketplaceTest
class LanguagePagesTests {
    @Autowired private Caller caller;
    @Autowired private Town town;

    @Test
    void aConsumersPageSpeaksTheLanguageThatItsReaderChose() {
        String spanish = caller.postWithoutTokenIn("es", Visitor.NOBODY, "/language").body();
        assertThat(spanish)
                .contains("<html lang=\"es\" dir=\"ltr\"", "Este formulario estuvo abierto demasiado tiempo", "Ir al contenido principal")
                .contains("value=\"en\" lang=\"en\" dir=\"ltr\">English</button>")
                .doesNotContain("[English]");
        String english = caller.postWithoutTokenIn("en", Visitor.NOBODY, "/language").body();
        assertThat(english).contains("<html lang=\"en\" dir=\"ltr\"", "This form was open too long", ">Español</button>");
        assertThat(caller.postWithoutTokenIn("xx", Visitor.NOBODY, "/language").body()).contains("<html lang=\"en\"");
    }

    @Test
    void aWorkPageIsEnglishWhateverItsReaderChoseElsewhere() {
        assertThat(caller.getIn("es", Visitor.NOBODY, "/sign-in").body())
                .contains("<html lang=\"en\"", "E-mail address")
                .doesNotContain("Español", "action=\"/language\"");
        assertThat(caller.getIn("es", town.people().officer(), "/arc/queue").body())
                .contains("<html lang=\"en\"")
                .doesNotContain("Español");
    }

    @Test
    void aChoiceIsKeptForAYearAndLeadsBackToThePage() {
        Caller.Answer answer =
                caller.post(Visitor.NOBODY, "/language", "lang=es&back=%2Fdirectory%3Fcounty%3DSt.%2BLouis%26page%3D2");
        assertThat(answer.location()).isEqualTo("/directory?county=St.+Louis&page=2");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("lang=es;")
                                        .contains("Path=/", "Max-Age=31536000", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aLanguageThatIsNotOfferedIsNotKept() {
        Caller.Answer answer = caller.post(Visitor.NOBODY, "/language", "lang=fr&back=%2Fdirectory");
        assertThat(answer.response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("lang="));
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String elsewhere :
                List.of(
                        "https://evil.example/", "//evil.example/", "/\\evil.example", "/%0d%0aLocation:%20https://evil.example",
                        "javascript:alert(1)", "evil.example", "", "/a?b=c#//d", "\\\\evil.example")) {
            String sent = java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8);
            Caller.Answer answer = caller.post(Visitor.NOBODY, "/language", "lang=es&back=" + sent);
            assertThat(answer.location()).as(elsewhere).startsWith("/").doesNotStartWith("//").doesNotContain("://evil");
            assertThat(answer.response().headers().firstValue("Location").orElse("")).as(elsewhere).startsWith("/");
        }
    }
}
