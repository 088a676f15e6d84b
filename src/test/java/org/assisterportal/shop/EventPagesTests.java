package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Signings;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrolled.State;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.EventId;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Policies;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Events are reported about somebody, seen, taken back, chosen among and proved; what isn't proved changes nothing. */
class EventPagesTests extends CoverageScene {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
    private static final Pattern OFFERED = Pattern.compile("name=\"plan\" value=\"(\\d{5}MN\\d{7})\"");
    private static final int PROOF_DAYS = 30;
    private static final int REMINDED = 7;

    @Autowired private Signings signings;
    @Autowired private Enrollments enrollments;
    @Autowired private Policies policies;
    @Autowired private Documents documents;
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private Policyholder policyholder;
    @Autowired private Paperwork paperwork;
    @Autowired private EventScene carriers;
    @Autowired private MovableClock time;

    private Duration travelled = Duration.ZERO;

    @BeforeEach
    void determined() {
        PublishedDemo.publish(catalogs, plans);
        fillIn(maria);
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
        // In December most events let one choose for the next year only.
        if (today().getMonthValue() == 12) {
            travel(-today().getDayOfMonth());
        }
    }

    private void travel(int days) {
        time.travel(Duration.ofDays(days));
        travelled = travelled.plusDays(days);
    }

    @AfterEach
    void backToToday() {
        time.travel(travelled.negated());
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    private Hand.Own hers() {
        return new Hand.Own(maria);
    }

    private Desk desk() {
        return enrollments.desk(hers(), id).orElseThrow();
    }

    private MvcTestResult report(LifeEvent event, String... people) {
        return reportWith("COVERED", event, people);
    }

    private MvcTestResult reportWith(String before, LifeEvent event, String... people) {
        String[] form = new String[6 + 2 * people.length];
        form[0] = "event";
        form[1] = event.name();
        form[2] = "day";
        form[3] = TYPED.format(today());
        form[4] = "before";
        form[5] = before;
        for (int i = 0; i < people.length; i++) {
            form[6 + 2 * i] = "people";
            form[7 + 2 * i] = people[i];
        }
        return send(maria, at("plans/event"), form);
    }

    private List<String> offered() {
        String list = body(send(maria, at("plans/list"), "party", "0", "people", "self", "kind", "medical"));
        return OFFERED.matcher(list).results().map(one -> one.group(1)).distinct().toList();
    }

    private MvcTestResult choosesAndSigns(Actor by, String plan) {
        send(by, at("plans/choose"), "plan", plan, "people", "self", "version", String.valueOf(desk().basket().version()));
        return signs(by, desk().preview().read());
    }

    private MvcTestResult signs(Actor by, String read) {
        String name = by.equals(maria) ? "Maria Lopez" : by.name();
        return send(by, at("plans/sign"), "name", name, "agreed", "true", "hash", enrollments.words(Locale.US).sha256(), "read", read, "made", "BY_PHONE");
    }

    private Enrolled of(String plan) {
        return policies.list(hers()).stream().filter(one -> one.plan().value().equals(plan)).findFirst().orElseThrow();
    }

    private ProofRequest proof() {
        return documents.list(hers()).stream().filter(one -> one.kind().isEvent()).findFirst().orElseThrow();
    }

    private String one(String sql) {
        return Objects.toString(household.inTransaction(() -> jdbc.sql(sql).param("id", maria.subject()).query(String.class).optional().orElse(null)));
    }

    private String mails(String kind) {
        return one("SELECT count(*)::text FROM notification.outbox WHERE kind = '" + kind + "' AND subject::text = :id::text");
    }

    private String paper(Enrolled policy) throws IOException {
        byte[] pdf = look(maria, at("policies/" + policy.number() + "/confirmation.pdf")).getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void anEventNamesWhomItConcernsAndABirthNeedsTheChild() {
        assertThat(body(look(maria, at("plans/event")))).contains("Whom does it concern?", "Maria Lopez").doesNotContain("??");
        assertThat(body(report(LifeEvent.BIRTH, "self"))).contains("Nobody in the application was born on that day", at("change")).doesNotContain("??");
        assertThat(body(report(LifeEvent.ADOPTION, "self"))).contains("There is no child in the application");
        assertThat(body(report(LifeEvent.MARRIAGE, "self"))).contains("There is no spouse in the application");
        assertThat(body(report(LifeEvent.MOVED))).contains("There is a problem", "Choose whom it concerns.");
        assertThat(desk().chance()).isNull();
        assertThat(report(LifeEvent.MOVED, "self")).hasRedirectedUrl(at("plans"));
        assertThat(report(LifeEvent.MOVED, "self")).as("again").hasRedirectedUrl(at("plans"));
        assertThat(desk().chances()).extracting(Chance::proofDays).containsExactly(PROOF_DAYS);
        assertThat(body(look(maria, at("plans")))).contains("What was reported", "A move to another place", "It has to be proved within 30 days").doesNotContain("??");
    }

    @Test
    void aMoveLetsNobodyChooseWhoHadNoCoverageBeforeThoughPlansWereSold() {
        String unsaid = body(reportWith("", LifeEvent.MOVED, "self"));
        assertThat(unsaid).contains("There is a problem", "Choose what is true of the 60 days before it.").doesNotContain("??");
        assertThat(body(reportWith("NOTHING", LifeEvent.MOVED, "self"))).contains("only if they had health coverage", "155.420(a)(5), (d)(7)(i)");
        assertThat(desk().chance()).isNull();
        assertThat(reportWith("ABROAD", LifeEvent.MOVED, "self")).hasRedirectedUrl(at("plans"));
        assertThat(one("SELECT coverage_before FROM enrollment.period WHERE consumer::text = :id::text")).isEqualTo("ABROAD");
        assertThat(reportWith("", LifeEvent.ABUSE, "self")).as("others don't ask").hasRedirectedUrl(at("plans"));
    }

    @Test
    void whatNeedsNoProofIsSignedAtOnce() {
        report(LifeEvent.ABUSE, "self");
        assertThat(body(look(maria, at("plans")))).as("said to nobody who looks over a shoulder").contains("A reason that the law names").doesNotContain("abusive");
        assertThat(desk().chances()).extracting(Chance::proofDays).containsExactly(0);
        String plan = offered().getFirst();
        choosesAndSigns(maria, plan);
        assertThat(of(plan).state()).isEqualTo(State.COMING);
        assertThat(carriers.told(of(plan).number())).containsExactly("ENROLLED");
        assertThat(documents.list(hers())).noneMatch(one -> one.kind().isEvent());
    }

    @Test
    void whatNothingWasSignedForIsTakenBackAndStaysAsARow() {
        EventId born = policyholder.born(maria);
        assertThat(body(look(ana.actor(), at("plans/event/" + born + "/take-back")))).contains("Take this event back?", "A child was born").doesNotContain("??");
        assertThat(send(ana.actor(), at("plans/event/" + born + "/take-back"))).hasRedirectedUrl(at("plans"));
        assertThat(body(look(ana.actor(), at("plans")))).contains("The event is taken back");
        assertThat(body(look(maria, at("plans")))).contains("is over").doesNotContain("What was reported");
        assertThat(send(maria, at("plans/event/" + born + "/take-back"))).as("again").hasStatus3xxRedirection();
        assertThat(one("SELECT count(*)::text FROM enrollment.period WHERE consumer = :id")).isEqualTo("1");
        assertThat(one("SELECT by_name FROM enrollment.period_withdrawn WHERE consumer = :id")).isEqualTo(ana.actor().name());
        assertThat(body(look(maria, "/account/diary"))).contains("Took back an event that was reported for you");
    }

    @Test
    void anEventThatSomethingWasSignedForStays() {
        EventId born = policyholder.born(maria);
        choosesAndSigns(maria, offered().getFirst());
        assertThat(look(maria, at("plans/event/" + born + "/take-back"))).hasRedirectedUrl(at("plans")).flash().containsEntry("refused", "enroll.event.signed");
        assertThat(send(maria, at("plans/event/" + born + "/take-back"))).flash().containsEntry("refused", "enroll.event.signed");
        assertThat(one("SELECT count(*)::text FROM enrollment.period_withdrawn WHERE consumer = :id")).isEqualTo("0");
    }

    @Test
    void ofSeveralTheOneCountsThatTheHouseholdChooses() {
        EventId adopted = policyholder.happened(maria, LifeEvent.ADOPTION, today().minusDays(1));
        EventId born = policyholder.born(maria);
        assertThat(Objects.requireNonNull(desk().chance()).reported()).as("what begins earliest").isEqualTo(adopted);
        String plan = offered().getFirst();
        send(maria, at("plans/choose"), "plan", plan, "people", "self", "version", String.valueOf(desk().basket().version()));
        Desk before = desk();
        assertThat(body(look(maria, at("plans")))).contains("Which of these counts?", "A child was born", "A child was adopted").doesNotContain("??");
        String version = String.valueOf(before.basket().version());
        assertThat(send(maria, at("plans/because"), "chance", born.toString(), "version", version)).hasRedirectedUrl(at("plans"));
        assertThat(Objects.requireNonNull(desk().chance()).reported()).isEqualTo(born);
        assertThat(Objects.requireNonNull(desk().chance()).begins()).isEqualTo(today());
        assertThat(send(maria, at("plans/because"), "chance", adopted.toString(), "version", version)).flash().containsEntry("refused", "enroll.stale");
        String now = String.valueOf(desk().basket().version());
        assertThat(send(maria, at("plans/because"), "chance", "MONTHLY", "version", now)).flash().containsEntry("refused", "enrollment.chance.gone");
        assertThat(signs(maria, before.preview().read())).flash().containsEntry("refused", "enroll.sign.changed");
        // What was chosen is taken back: what was read counts no more, and the other one begins.
        String read = desk().preview().read();
        send(maria, at("plans/event/" + born + "/take-back"));
        assertThat(signs(maria, read)).flash().containsEntry("refused", "enroll.sign.changed");
        assertThat(Objects.requireNonNull(desk().chance()).reported()).isEqualTo(adopted);
    }

    @Test
    void atMostTwentyAreReported() {
        for (int i = 0; i < 19; i++) {
            policyholder.happened(maria, LifeEvent.RELEASED, today().minusDays(i));
        }
        assertThat(report(LifeEvent.ABUSE, "self")).hasRedirectedUrl(at("plans"));
        assertThat(body(report(LifeEvent.MOVED, "self"))).contains("20 events were reported");
    }

    @Test
    void whatRestsOnAnEventWaitsForItsProofAndTheCarrierIsToldThen() throws Exception {
        policyholder.born(maria);
        String plan = offered().getFirst();
        send(maria, at("plans/choose"), "plan", plan, "people", "self", "version", String.valueOf(desk().basket().version()));
        assertThat(body(look(maria, at("plans/sign")))).contains("What happened has to be proved", "send a proof by", "this plan never begins").doesNotContain("??");
        String read = desk().preview().read();
        assertThat(signs(maria, read)).hasRedirectedUrl(at("policies")).flash().containsEntry("done", "enroll.signed.waits");
        Enrolled policy = of(plan);
        assertThat(policy.state()).isEqualTo(State.WAITING);
        assertThat(body(look(maria, at("policies")))).contains("Signed. It does not count yet", "Waits for a proof", "Send the proof by").doesNotContain("??");
        assertThat(body(look(maria, at("policies/" + policy.number())))).contains("Birth of a child", "and not before", "Would be covered from", "Send the proof", "Take the choice back").doesNotContain("??");
        assertThat(paper(policy)).contains("This waits for a proof", "Birth of a child", "and not before").doesNotContain("what the carrier is told");
        assertThat(body(look(maria, at("plans")))).contains("nothing else can be signed for this year").doesNotContain("??");
        assertThat(proof().due()).isEqualTo(today().plusDays(PROOF_DAYS));
        assertThat(body(look(maria, at("documents")))).contains("Birth of a child");
        assertThat(body(look(maria, at("documents/" + proof().id())))).contains("Birth certificate", "45 CFR 155.420").doesNotContain("??");
        assertThat(signs(maria, read)).as("pressed twice").hasRedirectedUrl(at("policies")).flash().containsEntry("done", "enroll.signed.waits");
        assertThat(choosesAndSigns(maria, offered().get(1))).flash().containsEntry("refused", "enrollment.sign.waits");
        assertThat(mails("enrollment-waits")).isEqualTo("1");
        assertThat(mails("enrollment-signed")).isEqualTo("0");
        assertThat(carriers.told(policy.number())).as("before it is proved").isEmpty();

        paperwork.prove(maria);
        assertThat(of(plan).state()).isEqualTo(State.COVERED);
        assertThat(carriers.told(policy.number())).containsExactly("ENROLLED");
        assertThat(mails("enrollment-proved")).isEqualTo("1");
        assertThat(mails("document-accepted")).isEqualTo("0");
        assertThat(body(look(maria, at("plans")))).contains("It is proved.", "An event lets one choose once").doesNotContain("nothing else can be signed", "??");
        assertThat(desk().chances()).as("used").isEmpty();
        assertThat(body(look(maria, "/account/diary"))).contains("The proof was accepted: what was signed counts");
    }

    @Test
    void whatStandsGoesOnUntilTheProofIsAcceptedAndAlwaysWhenItIsNot() {
        policyholder.born(maria);
        List<String> sold = offered();
        choosesAndSigns(maria, sold.getFirst());
        paperwork.prove(maria);
        assertThat(carriers.told(of(sold.getFirst()).number())).containsExactly("ENROLLED");
        policyholder.happened(maria, LifeEvent.ADOPTION, today().minusDays(1));
        choosesAndSigns(maria, sold.get(1));
        Enrolled former = of(sold.getFirst());
        assertThat(former.state()).isEqualTo(State.COVERED);
        assertThat(Objects.requireNonNull(former.waits()).leaves()).containsExactly("Maria Lopez");
        assertThat(body(look(maria, at("policies/" + former.number())))).contains("If the proof is accepted, this plan ends for Maria Lopez", "goes on as it is").doesNotContain("??");
        assertThat(of(sold.get(1)).state()).isEqualTo(State.WAITING);
        paperwork.refuse(maria);
        assertThat(proof().state()).isEqualTo(ProofRequest.State.NOT_ACCEPTED);

        paperwork.sweep();
        assertThat(mails("documents-due")).as("30 days before it").isEqualTo("0");
        travel(PROOF_DAYS - REMINDED);
        paperwork.sweep();
        assertThat(mails("documents-due")).isEqualTo("1");
        travel(REMINDED);
        paperwork.sweep();
        assertThat(of(sold.get(1)).state()).as("on its last day").isEqualTo(State.WAITING);
        travel(1);
        paperwork.sweep();
        paperwork.sweep();
        assertThat(of(sold.get(1)).state()).isEqualTo(State.CANCELLED);
        assertThat(of(sold.getFirst()).state()).isEqualTo(State.COVERED);
        assertThat(of(sold.getFirst()).waits()).isNull();
        assertThat(of(sold.getFirst()).coveredFrom(today())).hasSize(1);
        assertThat(carriers.told(of(sold.getFirst()).number())).containsExactly("ENROLLED");
        assertThat(carriers.told(of(sold.get(1)).number())).isEmpty();
        assertThat(mails("enrollment-lapsed")).isEqualTo("1");
        assertThat(mails("documents-overdue")).as("what follows is known").isEqualTo("0");
        assertThat(one("SELECT count(*)::text FROM audit.line WHERE act = 'enrollment.lapsed' AND subject::text = :id::text")).isEqualTo("1");
        assertThat(documents.list(hers())).filteredOn(one -> one.kind() == ProofKind.ADOPTION).extracting(ProofRequest::state).containsExactly(ProofRequest.State.LAPSED);
        assertThat(body(look(maria, at("plans")))).contains("It was not proved by").doesNotContain("??");
    }

    @Test
    void acceptedTheFormerOneEndsAndBothCarriersAreTold() {
        policyholder.born(maria);
        List<String> sold = offered();
        choosesAndSigns(maria, sold.getFirst());
        paperwork.prove(maria);
        carriers.told(of(sold.getFirst()).number());
        policyholder.happened(maria, LifeEvent.ADOPTION, today().minusDays(1));
        choosesAndSigns(maria, sold.get(1));
        assertThat(carriers.told(of(sold.getFirst()).number())).containsExactly("ENROLLED");
        paperwork.prove(maria);
        assertThat(of(sold.getFirst()).state()).isEqualTo(State.CANCELLED);
        assertThat(carriers.told(of(sold.getFirst()).number())).containsExactly("ENROLLED", "CANCELLED");
        assertThat(carriers.told(of(sold.get(1)).number())).containsExactly("ENROLLED");
    }

    @Test
    void aChoiceThatWaitsIsTakenBackAsAWholeByTheHandOfAnAssister() {
        EventId born = policyholder.born(maria);
        String plan = offered().getFirst();
        assertThat(choosesAndSigns(ana.actor(), plan)).hasRedirectedUrl(at("policies"));
        Enrolled policy = of(plan);
        assertThat(policy.state()).isEqualTo(State.WAITING);
        assertThat(mails("enrollment-waits")).isEqualTo("1");
        String end = at("policies/" + policy.number() + "/end");
        assertThat(body(look(ana.actor(), end))).contains("Take the choice back", "Everything signed together").doesNotContain("??", "The last day of coverage");
        String hash = enrollments.words(Locale.ENGLISH).sha256();
        assertThat(body(send(ana.actor(), end, "name", "Somebody", "agreed", "true", "hash", hash))).contains("There is a problem");
        assertThat(send(ana.actor(), end, "name", ana.actor().name(), "agreed", "true", "hash", hash)).hasRedirectedUrl(at("policies/" + policy.number()));
        assertThat(of(plan).state()).isEqualTo(State.CANCELLED);
        assertThat(proof().state()).isEqualTo(ProofRequest.State.NOT_NEEDED);
        assertThat(carriers.told(policy.number())).isEmpty();
        assertThat(send(maria, at("plans/event/" + born + "/take-back"))).flash().containsEntry("done", "enroll.event.taken-back");
        assertThat(body(look(maria, "/account/diary"))).contains("Signed that a choice that waits for a proof is taken back");
    }

    @Test
    void thePagesSpeakSpanish() {
        policyholder.born(maria);
        policyholder.happened(maria, LifeEvent.ADOPTION, today().minusDays(1));
        choosesAndSigns(maria, offered().getFirst());
        String plans = body(pages.get().uri(at("plans")).session(hers).with(authentication(in(maria))).header("Accept-Language", "es").exchange());
        assertThat(plans).contains("Falta una prueba", "Lo que se avisó", "Hay que probarlo en los 30 días").doesNotContain("??");
    }
}
