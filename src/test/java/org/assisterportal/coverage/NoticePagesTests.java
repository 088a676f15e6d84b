package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Notice;
import org.assisterportal.application.Notices;
import org.assisterportal.application.Question;
import org.assisterportal.application.Signings;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.pages.Words;
import org.assisterportal.routes.Ledger;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The notice of a signed version: made once, after the signature, and then as it was made. */
class NoticePagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private Notices notices;
    @Autowired private NoticeHand job;
    @Autowired private Diary diary;
    @Autowired private Words words;
    @Autowired private Ledger ledger;

    @BeforeEach
    void everythingIsAnswered() {
        fillIn(maria);
    }

    private void sign(Actor by, String name) {
        send(by, at("sign"), "name", name, "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
    }

    private Notice notice() {
        return ((Notices.Look.Ready) notices.show(new Hand.Own(maria), id)).notice();
    }

    private int count(String sql) {
        return household.inTransaction(() -> jdbc.sql(sql).param("id", id.value()).query(Integer.class).single());
    }

    private int made() {
        return count("SELECT count(*) FROM application.notice WHERE application = :id");
    }

    private int mails() {
        return count(
                "SELECT count(*) FROM notification.outbox WHERE kind = 'notice-ready' AND subject ="
                        + " (SELECT consumer FROM application.application WHERE id = :id)");
    }

    private String email() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT email FROM consumer.consumer WHERE id = :id")
                                .param("id", maria.subject())
                                .query(String.class)
                                .single());
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
            return new PDFTextStripper().getText(document);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void lowerCostsOfCareStandInTheNotice() {
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(body(look(maria, at("notice")))).contains("When care is used", "A silver plan pays 73% of costs.");
    }

    @Test
    void theDocumentsThatAreAskedForStandInItWithTheirDays() {
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(body(look(maria, at("notice")))).contains("Send documents", "Maria Lopez: Income in 2026, by ", "Maria Lopez: Citizenship, by ");
    }

    @Test
    void itIsMadeAfterTheSignatureAndItsConsumerIsToldWithoutAnythingPersonal() {
        assertThat(look(maria, at("notice"))).as("nothing is signed").hasRedirectedUrl("/coverage/" + id);
        sign(maria, "Maria Lopez");
        assertThat(made()).as("not in the signature's transaction").isZero();
        assertThat(body(look(maria, at("notice")))).contains("Your notice is being made", "Look again").doesNotContain("??");
        assertThat(look(maria, at("notice.pdf"))).hasRedirectedUrl(at("notice"));
        job.work();
        assertThat(made()).isEqualTo(1);
        assertThat(household.newestMail(email(), "a notice about your application"))
                .contains("/coverage/notices")
                .doesNotContain("Medical", "MinnesotaCare", "$");
        assertThat(diary.newest(maria, 5)).anyMatch(line -> line.act().equals("application.notice-made") && line.facts().getFirst().matches("\\d{4} \\d{4}"));
    }

    @Test
    void itSaysWhatWhyFromWhenWhatToDoAndHowToAppeal() {
        sign(maria, "Maria Lopez");
        job.work();
        String today = day(0);
        assertThat(body(look(maria, at("notice"))))
                .contains("Notice of eligibility", today, "Maria Lopez, on " + today)
                .contains("<h2>Maria Lopez</h2>", "Maria qualifies for", "From when", "What to do next")
                .contains("of the poverty guideline", "42 CFR 435.603", "Medical Assistance: no")
                .contains("within 90 days of its date, so by " + day(90), "within 30 days", day(30))
                .contains("PO Box 64941", "DHS-0033", "651-555-0100")
                .contains("lang=\"es\"", "sin costo", "Application number")
                .contains(result().signature().sha256(), result().determination().rules())
                .doesNotContain("??", "Superior Street", "6789");
    }

    private Signings.Result result() {
        return signings.result(new Hand.Own(maria), id).orElseThrow();
    }

    private String day(int ahead) {
        return DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US)
                .format(Minnesota.today(clock).plusDays(ahead));
    }

    @Test
    void thePdfHasTheWordsOfThePageInTheirOrder() throws IOException {
        sign(maria, "Maria Lopez");
        job.work();
        var answer = look(maria, at("notice.pdf"));
        assertThat(answer).hasContentType("application/pdf");
        String text = pdf(answer.getResponse().getContentAsByteArray()).replaceAll("(?m)^\\d+ / \\d+\\s*$", "");
        int from = 0;
        String flat = flat(text);
        for (Notice.Block block : notice().blocks()) {
            for (String words : spoken(block)) {
                int found = flat.indexOf(flat(words), from);
                assertThat(found).as(words).isGreaterThanOrEqualTo(from);
                from = found;
            }
        }
    }

    @Test
    void thePdfBeginsWithTheAddresseeAndNoAddressThatIsConfidential() throws IOException {
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(pdf(look(maria, at("notice.pdf")).getResponse().getContentAsByteArray())).startsWith("Maria Lopez").contains("1412 Superior Street", "Duluth MN 55802");
        assertThat(pdf(look(ana.actor(), at("notice.pdf")).getResponse().getContentAsByteArray())).contains("1412 Superior Street");
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        for (Actor reader : List.of(maria, ana.actor())) {
            assertThat(pdf(look(reader, at("notice.pdf")).getResponse().getContentAsByteArray())).startsWith("Maria Lopez").doesNotContain("Superior Street", "Kept Lane", "Duluth");
        }
    }

    @Test
    void thePdfGoesToTheMailingAddressWhereThereIsOne() throws IOException {
        answer(
                maria, Question.HOME, "", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES",
                "mail-street", "PO Box 9", "mail-city", "Superior", "mail-state", "WI", "mail-zip", "54880");
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(pdf(look(maria, at("notice.pdf")).getResponse().getContentAsByteArray())).contains("PO Box 9", "Superior WI 54880").doesNotContain("1412");
    }

    @Test
    void theHeadlineSpeaksOfTheCountyWhereTheStepsDo() {
        answer(maria, Question.DISABILITY, "", "self", "YES");
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(body(look(maria, at("notice"))))
                .contains("Maria qualifies for a tax credit that helps to pay for a plan. Maria may also qualify for Medical Assistance on another basis.")
                .contains("Do not wait for that with what follows.");
        assertThat(body(look(maria, at("result")))).contains("Maria Lopez may also qualify for Medical Assistance on another basis. The county or tribe decides that.");
    }

    private static List<String> spoken(Notice.Block block) {
        List<String> all = new ArrayList<>();
        if (!block.words().isEmpty()) {
            all.add(block.words());
        }
        block.rows().forEach(row -> all.add(row.words()));
        return all;
    }

    @Test
    void whoSignsInSpanishReadsTheNoticeInSpanishWhateverTheProfileSays() {
        Locale spanish = Locale.of("es", "US");
        Map<String, String> form = Map.of("name", "Maria Lopez", "agreed", "true", "hash", signings.words(spanish).sha256(), "read", read());
        assertThat(signings.sign(new Hand.Own(maria), id, form, spanish)).isInstanceOf(Signings.Signed.Done.class);
        job.work();
        assertThat(notice().language()).isEqualTo("es");
    }

    @Test
    void itIsMadeInTheConsumersLanguageAndStaysInItWhenThatChanges() throws IOException {
        handiwork.change(maria, Map.of("language", "es"));
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(notice().language()).isEqualTo("es");
        handiwork.change(maria, Map.of("language", "en"));
        job.work();
        String page = body(look(maria, at("notice")));
        assertThat(page)
                .contains("lang=\"es\"", "Aviso de elegibilidad", "Maria califica para", "de la pauta de pobreza")
                .contains("This notice was made in Spanish")
                .doesNotContain("??", "qualifies for a tax");
        assertThat(household.newestMail(email(), "está listo un aviso")).contains("cómo apelar");
        assertThat(flat(pdf(look(maria, at("notice.pdf")).getResponse().getContentAsByteArray())))
                .contains(flat("Si no está de acuerdo: su derecho a apelar"));
    }

    @Test
    void twoWorkersMakeOneNoticeAndOneMail() throws Exception {
        sign(maria, "Maria Lopez");
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> work = List.of(this::once, this::once, this::once, this::once);
            for (var done : workers.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(made()).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
        job.work();
        assertThat(mails()).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM application.notice_due WHERE application = :id")).isZero();
    }

    private Object once() {
        job.work();
        return this;
    }

    @Test
    void aWorkerThatEndsHalfwayLeavesNothingAndTheNextOneMakesIt() {
        sign(maria, "Maria Lopez");
        // Its line can't be written: as if the process had ended before the transaction did.
        ledger.refusing("application.notice-made", job::work);
        assertThat(made()).isZero();
        assertThat(mails()).isZero();
        job.work();
        assertThat(made()).as("not again at once").isZero();
        count("UPDATE application.notice_due SET next_try_at = now() - interval '1 second' WHERE application = :id RETURNING tries");
        job.work();
        assertThat(made()).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void whatWasMadeNeverChanges() {
        sign(maria, "Maria Lopez");
        job.work();
        for (String change : List.of("UPDATE application.notice SET content = 'x' WHERE application = :id", "DELETE FROM application.notice WHERE application = :id")) {
            assertThatThrownBy(() -> household.inTransaction(() -> jdbc.sql(change).param("id", id.value()).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void eachVersionHasItsNoticeAndTheListShowsTheNewestFirst() {
        assertThat(body(look(maria, "/coverage/notices"))).contains("There is no notice yet");
        sign(maria, "Maria Lopez");
        job.work();
        long first = notice().reference();
        var before = id;
        send(maria, at("change"), "kind", "INCOME");
        id = applications.newest(new Hand.Own(maria)).orElseThrow().id();
        earns(maria, "500", "MONTHLY");
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(notice().number()).isEqualTo(2);
        assertThat(body(look(maria, at("notice")))).contains("Maria qualifies for Medical Assistance");
        assertThat(body(look(maria, "/coverage/" + before + "/notice"))).contains("Maria qualifies for a tax credit");
        String page = body(look(maria, "/coverage/notices"));
        assertThat(page.indexOf(id.toString())).isPositive().isLessThan(page.indexOf(before.toString()));
        assertThat(page).contains(words.inFours(String.valueOf(first)) + ", version 1", "Notice about " + thisYear() + ", ").doesNotContain("??");
        assertThat(page).as("both of one day").containsPattern("Notice about \\d{4}, [^<]*\\d:\\d\\d");
    }

    @Test
    void anAssisterWhoActsForTheConsumerReadsItAndTheConsumerReadsThatInTheirDiary() {
        handiwork.change(
                maria,
                Map.of("street", "5 Kept Lane", "city", "Duluth", "zip", "55806", "state", "MN", "county", "St. Louis", "confidential", "true"));
        sign(ana.actor(), ana.actor().name());
        job.work();
        String page = body(look(ana.actor(), at("notice")));
        assertThat(page)
                .contains(ana.actor().name() + ", on", "on behalf of Maria Lopez under authorization " + authorizations.history(maria).getFirst().number())
                .doesNotContain("Kept Lane", "Superior Street", "??");
        assertThat(body(look(ana.actor(), "/coverage/notices"))).contains("Notices for Maria Lopez", at("notice"));
        assertThat(diary.newest(maria, 4).stream().map(DiaryLine::act)).contains("application.notice-shown", "application.notices-shown");
        Actor tom = household.consumer("Tom", "Olson");
        assertThat(look(tom, new org.springframework.mock.web.MockHttpSession(), at("notice"))).hasStatus(404);
    }

    @Test
    void whatIsNotKnownIsSaidSoWithWhatToDo() {
        answer(maria, Question.PREGNANCY, "", "self", "UNKNOWN");
        sign(maria, "Maria Lopez");
        job.work();
        assertThat(body(look(maria, at("notice"))))
                .contains("Not yet: an answer is missing.", "Report the missing answer with “Report a change” by " + day(30))
                .doesNotContain("??");
    }

    @Test
    void whyTheFiveYearsDoNotCountAndWhatIsPaidInJailStandInItAsOnTheResult() {
        answer(maria, Question.CITIZENS, "", "self", "NO");
        String since = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US).format(Minnesota.today(clock).minusYears(2));
        answer(maria, Question.IMMIGRATION, "self", "status", "LAWFUL_PERMANENT_RESIDENT", "since", since, "military", "NO");
        answer(maria, Question.PREGNANCY, "", "self", "YES", "expected-self", "1");
        answer(maria, Question.CUSTODY, "", "self", "INCARCERATED");
        earns(maria, "500", "MONTHLY");
        sign(maria, "Maria Lopez");
        job.work();
        for (String page : List.of("result", "notice")) {
            assertThat(body(look(maria, at(page))))
                    .as(page)
                    .contains("qualifies for Medical Assistance", "no waiting time", "While in jail or prison, only hospital stays are paid")
                    .doesNotContain("??");
        }
    }
}
