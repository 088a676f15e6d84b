package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Scope;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.ProofRequest.Reason;
import org.assisterportal.document.StoredFile;
import org.assisterportal.document.domain.ProofScene;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages on which documents are sent, for a consumer and for an assister. */
class DocumentPagesTests extends ProofScene {
    @Autowired private DocumentReviews reviews;
    @Autowired private Diary diary;

    private final Actor officer = Region.officer();
    private MockHttpSession anas;

    @BeforeEach
    void anaActs() {
        anas = new MockHttpSession();
        post(ana.actor(), anas, "/portal/act", "consumer", String.valueOf(maria.subject()));
    }

    private MvcTestResult look(Actor actor, String page) {
        return pages.get().uri(page).session(actor.equals(ana.actor()) ? anas : new MockHttpSession()).with(as(actor)).exchange();
    }

    private MvcTestResult post(Actor actor, MockHttpSession session, String page, String... params) {
        var request = pages.post().uri(page).session(session).with(this::token).with(as(actor));
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.authentication(in(actor));
    }

    private MvcTestResult upload(Actor actor, ProofKind kind, String name, byte[] content) {
        return pages.post()
                .uri(at(kind))
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", content))
                .session(actor.equals(maria) ? new MockHttpSession() : anas)
                .with(this::token)
                .with(as(actor))
                .exchange();
    }

    private String list() {
        return "/coverage/" + signed + "/documents";
    }

    private String at(ProofKind kind) {
        return list() + "/" + about(kind).id();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void decide(ProofKind kind, @org.jspecify.annotations.Nullable Reason reason, String note) {
        ProofRequest request = about(kind);
        request.waiting().forEach(file -> reviews.open(request.id(), file.id(), officer));
        assertThat(reviews.decide(request.id(), reason, note, request.version(), officer)).isEqualTo(DocumentReviews.Outcome.DONE);
    }

    @Test
    void theListSaysWhatUntilWhenAndOfWhom() {
        String page = body(look(maria, list()));
        assertThat(page)
                .contains("2 things have to be sent", "href=\"" + at(ProofKind.INCOME) + "\"", "/coverage/" + signed + "/result", "Citizenship", "Income", "For Maria Lopez", "in 90 days", "in 95 days", "To send")
                .doesNotContain("??", "Files of the consumer");
        assertThat(body(look(maria, at(ProofKind.INCOME)))).contains("Pay stubs of the last 30 days", "45 CFR 155.320(c)", "multiple").doesNotContain("??");
    }

    @Test
    void theAccountTheResultAndTheWorkspaceSaySo() {
        String due = "Send documents by " + java.time.format.DateTimeFormatter.ofPattern("MMM d, yyyy", java.util.Locale.US).format(Minnesota.today(clock).plusDays(90));
        Actor owner = region.consumer();
        handiwork.signed(owner);
        assertThat(body(look(owner, "/account"))).contains(due, "2 things are still to be proved", "/documents");
        assertThat(body(look(maria, "/coverage/" + signed + "/result"))).contains(due.replace("Send", "Next: send"), list());
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject()))).contains("Upload documents", "in 90 days", list());
        assertThat(body(look(ana.actor(), "/portal"))).contains("Upload documents", "Waits for the consumer");
    }

    @Test
    void aFileIsSentSeenOpenedAndTakenBack() {
        byte[] pdf = TestFiles.pdf("Pay");
        assertThat(upload(maria, ProofKind.INCOME, "<b>pay</b>.pdf", pdf)).hasRedirectedUrl(at(ProofKind.INCOME));
        String page = body(look(maria, at(ProofKind.INCOME)));
        assertThat(page).contains("Sent: we look at it", "Waits for us", "Take b.pdf back").doesNotContain("<b>", "What counts as proof");
        String file = at(ProofKind.INCOME) + "/files/" + about(ProofKind.INCOME).files().getFirst().id();
        MvcTestResult opened = look(maria, file);
        assertThat(opened.getResponse().getContentAsByteArray()).isEqualTo(pdf);
        assertThat(opened.getResponse().getContentType()).as("by its content, not as it was sent").isEqualTo("application/pdf");
        assertThat(opened.getResponse().getHeaders("Content-Security-Policy")).singleElement().asString().contains("default-src 'none'", "sandbox");
        assertThat(opened.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(body(look(maria, file + "/take-back"))).contains("Take this file back?", "is deleted here");
        assertThat(post(maria, new MockHttpSession(), file + "/take-back")).hasRedirectedUrl(at(ProofKind.INCOME));
        assertThat(about(ProofKind.INCOME).files()).isEmpty();
        assertThat(look(maria, file)).hasStatus(404);
    }

    @Test
    void whatIsWrongWithAFileStandsOnThePage() {
        assertThat(body(upload(maria, ProofKind.INCOME, "pay.pdf", "plain text".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .contains("pay.pdf is no PDF, JPEG, PNG or HEIC file, whatever it is called");
        assertThat(body(upload(maria, ProofKind.INCOME, "", new byte[0]))).contains("Choose a photo or a file first.");
        assertThat(body(upload(maria, ProofKind.INCOME, "secret.pdf", TestFiles.pdf("Pay", "owner", "user")))).contains("secret.pdf opens with a password only");
    }

    @Test
    void theLastDayHoldsToItsEndAndThenThePageSaysOverdue() {
        LocalDate today = Minnesota.today(clock);
        due(today);
        assertThat(body(look(maria, list()))).contains("today").doesNotContain("Overdue");
        due(today.minusDays(1));
        assertThat(body(look(maria, list()))).contains("Overdue: send it now", "Nothing ends by itself", "a person decides");
        assertThat(body(look(maria, "/coverage/" + signed + "/result"))).contains("Send documents now: the last day was");
        assertThat(upload(maria, ProofKind.INCOME, "late.png", TestFiles.picture("png", 7))).as("late is taken, too").hasStatus3xxRedirection();
    }

    private void due(LocalDate day) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE document.request SET due = :day WHERE consumer = :id")
                                .param("day", day)
                                .param("id", maria.subject())
                                .update());
    }

    @Test
    void whatIsNotAcceptedSaysWhyAndWhatToSendInstead() {
        upload(maria, ProofKind.INCOME, "pay.png", TestFiles.picture("png", 3));
        decide(ProofKind.INCOME, Reason.UNREADABLE, "The left edge <i>is</i> dark.");
        assertThat(body(look(maria, at(ProofKind.INCOME))))
                .contains("Not accepted: send something else", "be read", "good light", "The left edge &lt;i&gt;is&lt;/i&gt; dark.", "What counts as proof");
        upload(maria, ProofKind.INCOME, "pay 2.png", TestFiles.picture("png", 4));
        decide(ProofKind.INCOME, null, "");
        assertThat(body(look(maria, list()))).contains("One thing has to be sent", "Done", "Accepted");
        assertThat(body(look(maria, at(ProofKind.INCOME)))).contains("there is nothing more to do for this").doesNotContain("type=\"file\"");
    }

    @Test
    void anAssisterSendsAndSeesTheirOwnFilesOnly() {
        upload(maria, ProofKind.INCOME, "hers.png", TestFiles.picture("png", 5));
        assertThat(upload(ana.actor(), ProofKind.INCOME, "anas.png", TestFiles.picture("png", 6))).hasRedirectedUrl(at(ProofKind.INCOME));
        String page = body(look(ana.actor(), at(ProofKind.INCOME)));
        assertThat(page).contains("anas.png", "shown to you", "Take anas.png back", "You are acting for").doesNotContain("hers.png", "Open anas.png");
        UUID anaFile = about(ProofKind.INCOME).files().getLast().id();
        assertThat(look(ana.actor(), at(ProofKind.INCOME) + "/files/" + anaFile)).hasStatus(403);
        assertThat(diary.newest(maria, 2)).anyMatch(line -> line.act().equals("document.sent") && line.byAssister());
        assertThat(household.newestMail(one("SELECT email FROM consumer.consumer WHERE id = '" + id() + "'"), "Done for you")).isNotEmpty();
    }

    @Test
    void whoMayOnlySeeFindsTheListWithoutAWayToSend() {
        household.authorize(maria, ana, Scope.SEE);
        post(ana.actor(), anas, "/portal/act", "consumer", String.valueOf(maria.subject()));
        assertThat(body(look(ana.actor(), at(ProofKind.INCOME)))).contains("You may look, and not send anything for Maria Lopez.").doesNotContain("type=\"file\"");
        assertThat(body(upload(ana.actor(), ProofKind.INCOME, "a.png", TestFiles.picture("png", 1)))).contains("not change it");
        assertThat(about(ProofKind.INCOME).files()).isEmpty();
    }

    @Test
    void aStrangersRequestsDoNotExist() {
        Actor tom = household.consumer("Tom", "Olson");
        var his = handiwork.signed(tom);
        assertThat(pages.get().uri(list()).with(as(tom)).exchange()).hasStatus(404);
        assertThat(pages.get().uri("/coverage/" + his + "/documents/" + about(ProofKind.INCOME).id()).with(as(tom)).exchange()).as("under his own application").hasStatus(404);
    }

    @Test
    void everythingIsSaidInSpanish() {
        upload(maria, ProofKind.CITIZENSHIP, "acta.png", TestFiles.picture("png", 8));
        decide(ProofKind.CITIZENSHIP, Reason.INCOMPLETE, "");
        household.inTransaction(() -> jdbc.sql("UPDATE consumer.consumer SET language = 'es' WHERE id = :id").param("id", maria.subject()).update());
        for (String page : List.of(list(), at(ProofKind.INCOME), at(ProofKind.CITIZENSHIP))) {
            String spanish = body(pages.get().uri(page).cookie(new jakarta.servlet.http.Cookie(org.assisterportal.pages.Languages.COOKIE, "es")).session(new MockHttpSession()).with(as(maria)).exchange());
            assertThat(spanish).as(page).contains("lang=\"es\"").doesNotContain("Send by", "To send", "??");
        }
        assertThat(documents.standing(ConsumerId.of(maria)).toDo()).isEqualTo(2);
    }

    @Test
    void aPhotoThatWasNotWhollySentIsRefusedInWords() {
        byte[] photo = TestFiles.picture("jpg", 7);
        byte[] half = java.util.Arrays.copyOf(photo, photo.length - 2);
        assertThat(body(upload(maria, ProofKind.INCOME, "photo.jpg", half))).contains("photo.jpg looks broken, or was not sent as a whole.");
        assertThat(about(ProofKind.INCOME).files()).isEmpty();
        assertThat(upload(maria, ProofKind.INCOME, "photo.jpg", photo)).hasRedirectedUrl(at(ProofKind.INCOME));
    }

    @Test
    void oneBadFileAmongSeveralIsNamedAndTheOthersAreKept() {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult page =
                pages.post()
                        .uri(at(ProofKind.INCOME))
                        .multipart()
                        .file(new MockMultipartFile("file", "pay.pdf", "application/pdf", TestFiles.pdf("Pay")))
                        .file(new MockMultipartFile("file", "notes.txt", "text/plain", new byte[] {1, 2, 3}))
                        .session(session)
                        .with(this::token)
                        .with(as(maria))
                        .exchange();
        assertThat(page).hasRedirectedUrl(at(ProofKind.INCOME));
        assertThat(about(ProofKind.INCOME).files()).extracting(StoredFile::name).containsExactly("pay.pdf");
        assertThat(body(pages.get().uri(at(ProofKind.INCOME)).session(session).with(as(maria)).exchange()))
                .contains("There is a problem", "notes.txt is no PDF", "The other files were kept. Send only what is named here again.", "The file was sent.");
        assertThat(body(upload(maria, ProofKind.INCOME, "notes.txt", new byte[] {1, 2, 3}))).contains("notes.txt is no PDF").doesNotContain("The other files were kept");
    }

    @Test
    void whoSentSomethingElseThanTheApplicationSaysFindsTheWayToReportAChange() {
        upload(maria, ProofKind.INCOME, "pay.pdf", TestFiles.pdf("Pay"));
        decide(ProofKind.INCOME, Reason.DIFFERENT, "");
        assertThat(body(look(maria, at(ProofKind.INCOME)))).contains("report a change instead", "href=\"/coverage/" + signed + "/change\"", "image/heic");
    }
}
