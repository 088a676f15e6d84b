package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.Region;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.processes.DatabaseServer;
import org.assisterportal.processes.Letter;
import org.assisterportal.processes.ServerProcess;
import org.assisterportal.processes.Visitor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an empty production database, over TLS and with a foreign mail server, to an active assister. */
class ProductionJourneyTests extends Browsing {
    private static final String ADAM = "adam.adler@marketplace.example";
    private static final String OLGA = "olga.olsen@marketplace.example";
    private static final String CARLA = "carla.cole@northshore.example";
    private static final String ANA = "ana.torres@northshore.example";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final String ADDRESS = "https://localhost:" + ServerProcess.freePort();
    private static ServerProcess product;
    private static ServerProcess invitation;

    @BeforeAll
    static void settingsOnly() throws Exception {
        MAIL.start();
        SETTINGS.putAll(DatabaseServer.empty("production_journey").settings("app"));
        SETTINGS.put("ASSISTERPORTAL_BASE_URL", ADDRESS);
        SETTINGS.put("ASSISTERPORTAL_KEY", "4Lbrinzern4HftEQaiHrxW8cccA9VYWgWbsTcx7nECw=");
        SETTINGS.put("ASSISTERPORTAL_MAIL_FROM", "no-reply@marketplace.example");
        SETTINGS.put("ASSISTERPORTAL_MAIL_ARC_FROM", "arc@marketplace.example");
        SETTINGS.put("ASSISTERPORTAL_MAIL_POLL", "200ms");
        SETTINGS.put("SPRING_MAIL_HOST", "127.0.0.1");
        SETTINGS.put("SPRING_MAIL_PORT", String.valueOf(MAIL.getSmtp().getPort()));
        SETTINGS.put("SERVER_SSL_KEY_STORE", "file:" + certificate());
        SETTINGS.put("SERVER_SSL_KEY_STORE_PASSWORD", "for this run only");
        invitation = command(ADAM);
        assertThat(invitation.ended()).as(invitation.output()).isZero();
        int port = Integer.parseInt(ADDRESS.substring(ADDRESS.lastIndexOf(':') + 1));
        product = ServerProcess.start("production", port, SETTINGS).healthy(ADDRESS);
    }

    @AfterAll
    static void close() {
        product.stop();
        MAIL.stop();
    }

    /** What {@code ./run --first-administrator} starts. */
    private static ServerProcess command(String email) {
        return ServerProcess.start(
                "first-administrator", 0, SETTINGS, "--first-administrator=" + email,
                "--assisterportal.mail.deliver=false");
    }

    private static Path certificate() throws Exception {
        Path store = Path.of("target", "processes", "localhost.p12").toAbsolutePath();
        Files.createDirectories(store.getParent());
        Files.deleteIfExists(store);
        int exit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                                "-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost",
                                "-ext", "san=dns:localhost", "-keystore", store.toString(),
                                "-storepass", "for this run only")
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
        return store;
    }

    @Override
    String address() {
        return ADDRESS;
    }

    /** Waits for the mail. */
    private static String mailed(String to, String pattern) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Letter.find(Arrays.stream(MAIL.getReceivedMessages()).map(mail -> Letter.read("", mail))
                                .filter(letter -> letter.to().equals(to)).toList(), pattern),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String mailedPath(String to) {
        return mailed(to, ADDRESS + "(/activate/[A-Za-z0-9_-]+)");
    }

    @Test
    void fromAnEmptyDatabaseToAnActiveAssister() {
        String link = Letter.find(invitation.output(), ADDRESS + "(/activate/[A-Za-z0-9_-]+)").orElseThrow();
        open(link);
        setUpFromHere();
        ServerProcess second = command("eve@marketplace.example");
        inviteTheOfficer();

        Page officer = page = somebodyElse();
        open(mailedPath(OLGA));
        setUpFromHere();
        createTheAgency();

        Page contact = page = somebodyElse();
        open(mailedPath(CARLA));
        setUpFromHere();
        addAna();

        page = somebodyElse();
        signInToLearn(mailed(ANA, "Training ID\\) is ([A-Z0-9]{7})"));
        Visitor learner = new Visitor(ADDRESS);
        for (Cookie cookie : page.context().cookies()) {
            learner.carries(cookie.name, cookie.value);
        }
        for (String course : List.of("data-security-ethics", "core-curriculum", "assister-portal")) {
            learn(learner, course);
        }
        open("/learn");
        assertThat(text().split("✓ Passed", -1)).hasSize(4);

        page = officer;
        recordTheBackgroundStudyAndEnroll();

        page = somebodyElse();
        assertThat(mailed(ANA, "(Resource Center has created your account)")).isNotEmpty();
        open(mailedPath(ANA));
        setUpFromHere();
        open("/portal");
        assertThat(text()).contains("Welcome, Ana Torres").contains("North Shore Helpers");
        String number = page.locator("main dd .ap-code").first().innerText().replace(" ", "");
        assertThat(number).matches("\\d{7}");
        assertThat(page.context().cookies())
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.name).startsWith("__Host-"))
                .allSatisfy(cookie -> assertThat(cookie.secure).isTrue());

        page = contact;
        open("/amp/roster");
        assertThat(text()).contains(number.substring(0, 3) + " " + number.substring(3)).contains("Active");
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.output()).contains("Refused: this marketplace has an administrator");
    }

    private void inviteTheOfficer() {
        open("/admin");
        fill("Name", "Olga Olsen");
        fill("E-mail", OLGA);
        press("Send the invitation");
        assertThat(text()).contains("on its way");
    }

    private void createTheAgency() {
        open("/arc/agencies");
        fill("Name of the agency", "North Shore Helpers");
        fill("Contract from", LocalDate.now(Minnesota.ZONE).toString());
        fill("Contract through", LocalDate.now(Minnesota.ZONE).plusYears(2).toString());
        press("Create the agency");
        fill("Name", "Carla Cole");
        fill("E-mail", CARLA);
        page.getByText("Signature Authority").last().click();
        press("Send the invitation");
        assertThat(text()).contains(CARLA);
    }

    private void addAna() {
        open("/amp/people/new");
        Region.row(ANA).forEach(
                (column, value) -> {
                    if (column == RosterColumn.STATE) {
                        page.locator("#state").selectOption(value);
                    } else if (page.locator("input#" + column.field()).count() > 0) {
                        page.locator("#" + column.field()).fill(value);
                    }
                });
        page.locator("label[for=portal-access-yes]").click();
        press("Keep in the draft");
        assertThat(text()).contains("Kept in the draft");
        open("/amp/submit");
        page.getByText("I attest to this").click();
        press("Submit the roster");
        assertThat(text()).contains("Submission no. 1 was sent");
    }

    private void signInToLearn(String key) {
        open("/learn/sign-in");
        page.getByLabel("Unique Key").fill(key);
        press("Mail me a code");
        page.getByLabel("Code").fill(mailed(ANA, "\\b(\\d{4} ?\\d{4})\\b"));
        press("Open the Learning Center");
        assertThat(title()).isEqualTo("Your learning path");
    }

    /** Each lesson opened and answered, each question of the assessment answered right. */
    private static void learn(Visitor learner, String course) {
        learner.open("/learn");
        List<String> lessons = learner.all("href=\"(/learn/courses/" + course + "/lessons/[^\"]+)\"");
        for (String lesson : Set.copyOf(lessons)) {
            learner.open(lesson);
            learner.send(lesson, "option", "0");
        }
        learner.open("/learn");
        learner.send("/courses/" + course + "/assessment");
        Map<String, String> keys = AnswerKeys.of(course);
        int questions = Integer.parseInt(learner.found("Question \\d+ of (\\d+)"));
        for (int question = 1; question <= questions; question++) {
            List<String> options = learner.all("<label class=\"usa-radio__label\"[^>]*>(.*?)</label>");
            int right = options.indexOf(keys.get(learner.found("<legend[^>]*>(.*?)</legend>")));
            assertThat(right).isNotNegative();
            learner.send(
                    "/" + question, "option", String.valueOf(right),
                    "go", question == questions ? "review" : String.valueOf(question + 1));
        }
        learner.send("/submit");
        assertThat(learner.text()).contains(questions + " of " + questions);
    }

    private void recordTheBackgroundStudyAndEnroll() {
        open("/arc/people");
        fill("Search people", ANA);
        press("Search");
        follow("Torres, Ana");
        page.getByText("Record a background study").click();
        fill("Day of the study", LocalDate.now(Minnesota.ZONE).toString());
        press("Record the result");
        assertThat(text()).contains("The person is certified now").contains("Waiting for ARC enrollment since");
        open("/arc/queue");
        page.locator("[name=person]").first().press("Space");
        press("Review the selected people");
        press("Enroll 1 person");
        assertThat(text()).contains("1 person was enrolled");
    }
}
