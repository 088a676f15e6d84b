package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assisterportal.Region;
import org.assisterportal.application.Hand;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.document.domain.ProofScene;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** That a document wasn't accepted is said where its consumer and an assister begin, and on the result. */
class RefusedDocumentPagesTests extends ProofScene {
    @Autowired private DocumentReviews reviews;

    private final Actor officer = Region.officer();
    private LocalDate last = LocalDate.MAX;
    private Actor owner = officer;

    /** Of Maria, for whom Ana acts, and of somebody with an account of their own. */
    @BeforeEach
    void thePayStubWasSent() {
        owner = region.consumer();
        handiwork.signed(owner);
        sent(3);
        last = about(ProofKind.INCOME).due();
    }

    private List<ProofRequest> incomes() {
        return List.of(maria, owner).stream()
                .flatMap(one -> documents.list(new Hand.Own(one)).stream().filter(request -> request.kind() == ProofKind.INCOME))
                .toList();
    }

    private void sent(int picture) {
        for (ProofRequest one : incomes()) {
            Actor whose = one.consumer().value().equals(maria.subject()) ? maria : owner;
            documents.send(new Hand.Own(whose), one.id(), List.of(TestFiles.incoming("pay.png", TestFiles.picture("png", picture))));
        }
    }

    private void decide(@org.jspecify.annotations.Nullable Reason reason) {
        for (ProofRequest request : incomes()) {
            request.waiting().forEach(file -> reviews.open(request.id(), file.id(), officer));
            assertThat(reviews.decide(request.id(), reason, "", request.version(), officer)).isEqualTo(DocumentReviews.Outcome.DONE);
        }
    }

    private String look(Actor actor, String page, String language) {
        MockHttpSession session = new MockHttpSession();
        var as = SecurityMockMvcRequestPostProcessors.authentication(in(actor));
        if (actor.equals(ana.actor())) {
            pages.post().uri("/portal/act").session(session).with(this::token).with(as).param("consumer", id()).exchange();
        }
        var response =
                pages.get().uri(page).session(session).cookie(new jakarta.servlet.http.Cookie(Languages.COOKIE, language)).with(as).exchange().getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US).format(day);
    }

    private List<String> pagesThatSaySo() {
        return List.of(
                look(owner, "/account", "en"), look(maria, "/coverage/" + signed + "/result", "en"),
                look(ana.actor(), "/portal/consumers/" + maria.subject(), "en"));
    }

    @Test
    void itIsSaidOnTheHomeTheResultAndTheWorkspaceWithItsDay() {
        assertThat(pagesThatSaySo()).as("while it waits").noneMatch(page -> page.contains("accepted: see why"));
        decide(Reason.UNREADABLE);
        due(ProofKind.INCOME, last.plusDays(9));
        assertThat(pagesThatSaySo())
                .allMatch(page -> page.contains("t accepted: see why and send another. Last day: " + day(last.plusDays(9))) && page.contains("/documents"));
        assertThat(look(owner, "/account", "es")).contains("Un documento no fue aceptado: vea por qué y envíe otro. Último día:");
        assertThat(look(owner, "/account", "en")).as("what is due before it").contains("Send documents by " + day(about(ProofKind.CITIZENSHIP).due()));
    }

    @Test
    void itIsNotSaidAnyMoreWhenAnotherWasSentOrAccepted() {
        decide(Reason.UNREADABLE);
        sent(4);
        assertThat(pagesThatSaySo()).noneMatch(page -> page.contains("accepted: see why"));
        decide(null);
        assertThat(pagesThatSaySo()).noneMatch(page -> page.contains("accepted: see why"));
    }

    @Test
    void aLastDayThatIsOverIsSaidOfTheOtherDocument() {
        decide(Reason.TOO_OLD);
        due(ProofKind.CITIZENSHIP, Minnesota.today(clock).minusDays(1));
        assertThat(look(owner, "/account", "en")).contains("Last day: " + day(last), "Send documents now: the last day was");
    }

    private void due(ProofKind kind, LocalDate day) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE document.request SET due = :day WHERE consumer IN (:ids) AND kind = :kind")
                                .param("day", day)
                                .param("ids", List.of(Objects.requireNonNull(maria.subject()), Objects.requireNonNull(owner.subject())))
                                .param("kind", kind.name())
                                .update());
    }
}
