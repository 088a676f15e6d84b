package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.domain.ProofScene;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The officers' pages of documents. */
class DocumentReviewPageTests extends ProofScene {
    private final Actor officer = Region.officer();

    @BeforeEach
    void somethingWaits() {
        send(ProofKind.INCOME, "pay.pdf", TestFiles.pdf("Pay"));
    }

    private MvcTestResult look(String page) {
        return pages.get().uri(page).with(SecurityMockMvcRequestPostProcessors.authentication(in(officer))).exchange();
    }

    private MvcTestResult post(String page, String... params) {
        var request =
                pages.post().uri(page).session(new MockHttpSession()).with(this::token).with(SecurityMockMvcRequestPostProcessors.authentication(in(officer)));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String at(ProofKind kind) {
        return "/arc/documents/" + about(kind).id();
    }

    private String version() {
        return String.valueOf(about(ProofKind.INCOME).version());
    }

    @Test
    void theQueueLeadsToWhatWasSentAndWhatTheApplicationSays() {
        assertThat(body(look("/arc/documents"))).contains("Documents to review", "Waits since").doesNotContain("??");
        assertThat(body(look(at(ProofKind.INCOME))))
                .contains("Income in " + Minnesota.today(clock).getYear() + ": Maria Lopez", "Waits for a decision", "Wages, before taxes: $1,250", "Open pay.pdf", "Nobody has opened it", "What counts as proof")
                .doesNotContain("??", "Superior Street", "123-45", "Give more time");
        assertThat(body(look(at(ProofKind.CITIZENSHIP)))).contains("U.S. citizen", "Nothing was sent yet", "Give more time").doesNotContain("??", "Decide<");
    }

    @Test
    void aFileOpensAsWhatItIsAndTheDecisionIsTold() {
        String file = at(ProofKind.INCOME) + "/files/" + about(ProofKind.INCOME).files().getFirst().id();
        assertThat(post(at(ProofKind.INCOME), "result", "ACCEPTED", "sure", "true", "version", version())).hasRedirectedUrl(at(ProofKind.INCOME));
        MvcTestResult opened = look(file);
        assertThat(opened.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(opened.getResponse().getHeader("Content-Disposition")).startsWith("inline").contains("pay.pdf");
        assertThat(opened.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(body(post(at(ProofKind.INCOME), "result", "NOT_ACCEPTED", "version", version()))).contains("Choose why it can&#39;t be accepted.");
        assertThat(body(post(at(ProofKind.INCOME), "result", "NOT_ACCEPTED", "reason", "OTHER", "version", version()))).contains("Write a few words");
        assertThat(post(at(ProofKind.INCOME), "result", "ACCEPTED", "sure", "true", "version", version())).hasRedirectedUrl("/arc/documents");
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.ACCEPTED);
        assertThat(body(look(at(ProofKind.INCOME)))).contains("Decisions", "Accepted").doesNotContain("Decide<");
    }

    @Test
    void theYearsIncomeAndTheWayToTheApplicationThatCountsAreThere() {
        String expected = "Income expected in " + Minnesota.today(clock).getYear() + ": ";
        assertThat(body(look(at(ProofKind.INCOME)))).contains(expected + "the same each month as now", "href=\"/arc/applications/" + signed + "\"");
        ApplicationId later = handiwork.changed(maria, new Spot(Question.EXPECTED, "self"), Map.of("same", "NO", "amount", "30,000"));
        assertThat(body(look(at(ProofKind.INCOME)))).contains(expected + "$30,000", "href=\"/arc/applications/" + later + "\"");
        assertThat(body(look(at(ProofKind.CITIZENSHIP)))).contains("href=\"/arc/applications/" + later + "\"").doesNotContain(expected, "??");
        assertThat(look("/arc/applications/" + later)).hasStatusOk();
    }

    @Test
    void acceptingAsksOnceMoreAndSaysWhatItDoes() {
        look(at(ProofKind.INCOME) + "/files/" + about(ProofKind.INCOME).files().getFirst().id());
        assertThat(body(post(at(ProofKind.INCOME), "result", "ACCEPTED", "note", "Thanks", "version", version())))
                .contains("Accept “Income” of Maria Lopez?", "The consumer is told by mail at once.", "Yes, accept", "No, go back", "value=\"Thanks\"")
                .doesNotContain("It proves this: accept", "??");
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.SENT);
    }

    @Test
    void theSecondOfTwoIsTold() {
        look(at(ProofKind.INCOME) + "/files/" + about(ProofKind.INCOME).files().getFirst().id());
        String seen = version();
        post(at(ProofKind.INCOME), "result", "ACCEPTED", "sure", "true", "version", seen);
        MvcTestResult second = post(at(ProofKind.INCOME), "result", "NOT_ACCEPTED", "reason", "TOO_OLD", "version", seen);
        assertThat(second).hasRedirectedUrl(at(ProofKind.INCOME));
        assertThat(second.getMvcResult().getFlashMap().get("refused")).isEqualTo("document.outcome.GONE");
    }

    @Test
    void moreTimeIsGivenOnceWithItsReason() {
        assertThat(body(post(at(ProofKind.CITIZENSHIP) + "/extend", "why", ""))).contains("Write a few words");
        post(at(ProofKind.CITIZENSHIP) + "/extend", "why", "Waits for the certificate.");
        assertThat(body(look(at(ProofKind.CITIZENSHIP)))).contains("Put off from", "Waits for the certificate.").doesNotContain("Give more time");
        assertThat(post(at(ProofKind.CITIZENSHIP) + "/extend", "why", "Again.").getMvcResult().getFlashMap().get("refused")).isEqualTo("document.outcome." + DocumentReviews.Outcome.ONCE);
    }

    @Test
    void fromATaskOneComesToWhatIsToBeLookedAtFirst() {
        assertThat(look("/arc/documents/of/" + maria.subject())).hasRedirectedUrl(at(ProofKind.INCOME));
        assertThat(look("/arc/documents/of/" + java.util.UUID.randomUUID())).hasRedirectedUrl("/arc/documents");
    }
}
