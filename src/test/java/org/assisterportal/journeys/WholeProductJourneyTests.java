package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.carrier.domain.CarrierHand;
import org.assisterportal.carrier.domain.ReadBack;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole product once: four people at four browsers, from a roster row to the file that a carrier gets. */
class WholeProductJourneyTests extends Applying {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private EventScene enrollment;
    @Autowired private CarrierHand carriers;

    private final String agency = Region.unique("Iron Range Helpers ");
    private final String carlasMail = anAddress("carla.");
    private final String anasMail = anAddress("ana.");
    private Duration back = Duration.ZERO;
    private Page officer;
    private Page contact;
    private Page assister;
    private Page consumer;

    /** Axe looks at these pages in journeys of their own. */
    @Override
    void accessible() {
        worded();
    }

    /** What is reported lets one choose for the next month, and in December that is another year's. */
    @BeforeEach
    void notInDecember() {
        back = Minnesota.today(clock).getMonth() == Month.DECEMBER ? Duration.ofDays(31) : Duration.ZERO;
        ((MovableClock) clock).travel(back.negated());
    }

    @AfterEach
    void now() {
        ((MovableClock) clock).travel(back);
    }

    @Test
    void fromARosterRowToACarriersFile() throws IOException {
        PublishedDemo.publish(catalogs, plans);
        contactHasAnAccount();
        String trainingId = contactSubmitsARosterOfOne();
        learnerPassesEverything(trainingId);
        officerCertifiesAndEnrolls(trainingId);
        String number = assisterActivatesAndSignsInWithBothFactors();
        consumerAuthorizes(number);
        assisterAppliesOnTheirBehalf();
        assisterChoosesAPlanAndSigns();
        Bought bought = consumerReadsWhatTheyHave();
        enrollment.tell();
        carriers.round();
        Path file = carriers.delivered(bought.policy());
        isWhatTheConsumerRead(new ReadBack(Files.readString(file)), bought);
        officerSeesItSent(file.getFileName().toString(), bought);
    }

    private void contactHasAnAccount() {
        join(anAddress("olga."), "Olga Officer", Hat.ARC_OFFICER);
        officer = page;
        createAgency(agency);
        inviteContact("Carla Contact", carlasMail);
        page = contact = somebodyElse();
        open(mailedPath(carlasMail));
        setUpFromHere();
    }

    private String contactSubmitsARosterOfOne() {
        add(Region.row(anasMail));
        open("/amp/submit");
        attestAndSubmit();
        postman.deliverAll();
        String trainingId = mailed(anasMail, "Training ID\\) is ([A-Z0-9]{7})");
        assertThat(text()).contains("Submission no. 1 was sent", trainingId);
        return trainingId;
    }

    private void learnerPassesEverything(String trainingId) {
        page = somebodyElse();
        open("/learn/sign-in");
        fill("Unique Key", trainingId);
        press("Mail me a code");
        postman.deliverAll();
        fill("Code", mailed(anasMail, "\\b(\\d{4} ?\\d{4})\\b"));
        press("Open the Learning Center");
        passes("data-security-ethics", 10);
        passes("core-curriculum", 10);
        passes("assister-portal", 20);
        assertThat(text()).contains("All courses are done", "Certification. Next: ARC");
    }

    private void officerCertifiesAndEnrolls(String trainingId) {
        page = officer;
        open("/arc/people");
        fill("Search people", trainingId);
        press("Search");
        follow("Torres, Ana");
        assertThat(text()).contains(agency, "Passed with 20 of 20");
        clearBackground();
        assertThat(text()).contains("The person is certified now", "Waiting for ARC enrollment since");
        press("Enroll in the assister portal");
        assertThat(text()).contains("1 person was enrolled");
        postman.deliverAll();
    }

    private String assisterActivatesAndSignsInWithBothFactors() {
        page = assister = somebodyElse();
        open(mailedPath(anasMail));
        String secret = setUpFromHere();
        press("Sign out");
        signIn(anasMail, secret);
        assertThat(text()).contains("Nobody has authorized you yet", agency);
        String number = page.locator("main .ap-copy").first().getAttribute("data-copy");
        page = contact;
        open("/amp/roster");
        assertThat(text()).contains(number.substring(0, 3) + " " + number.substring(3), "Certified", "Active");
        return number;
    }

    private void consumerAuthorizes(String number) {
        page = consumer = somebodyElse();
        page.setViewportSize(390, 844);
        openAnAccount(anAddress("maria."));
        lookUp(number);
        assertThat(text()).contains("Ana Torres", agency);
        press("I agree");
        assertThat(text()).contains("Ana Torres", "can help you.");
        fits();
    }

    private void assisterAppliesOnTheirBehalf() {
        page = assister;
        open("/portal");
        press("Maria Lopez");
        follow("Apply for health coverage");
        press("Begin the application");
        sayWhatASingleAdultSays();
        follow("Begin: Start");
        answerAll();
        follow("Read everything over and sign");
        follow("All is right: go on to sign");
        sign("Ana Torres");
        assertThat(text()).contains("Maria Lopez qualifies for a tax credit", "on the consumer’s behalf under authorization");
    }

    private void assisterChoosesAPlanAndSigns() {
        follow("Choose a plan");
        page.locator("main a[href$='/plans/event']").click();
        reportAnotherCredit();
        press("See health plans");
        page.locator(".ap-offer button:has-text('Choose')").first().click();
        follow("Review and sign");
        page.getByText("Together with me, by video").click();
        page.locator("label[for='agreed']").click();
        page.locator("#name").fill("Ana Torres");
        press("Sign and enroll");
        assertThat(text()).contains("Signed. The carrier is told today");
    }

    /** What the consumer reads of their policy; amounts a month, such as {@code 412.50}. */
    private record Bought(String policy, String premium, String credit) {}

    private Bought consumerReadsWhatTheyHave() {
        page = consumer;
        open("/account");
        assertThat(text()).contains("Signed for the plans that you chose together, by video");
        follow("Plans");
        page.locator(".ap-policies a").first().click();
        page.waitForLoadState();
        fits();
        Matcher read = Pattern.compile("Policy number\\s+(\\d+)[\\s\\S]*\\$([\\d.]+) less \\$([\\d.]+) tax credit").matcher(text());
        assertThat(read.find()).as(text()).isTrue();
        return new Bought(read.group(1), read.group(2), read.group(3));
    }

    private void isWhatTheConsumerRead(ReadBack file, Bought bought) {
        var members = file.sets().stream().filter(set -> set.header("REF", "38").equals(bought.policy())).flatMap(set -> set.members().stream()).toList();
        assertThat(members).as("told once, of one person").hasSize(1);
        ReadBack.Member maria = members.getFirst();
        assertThat(maria.of("NM1")).containsExactly("NM1", "IL", "1", "Lopez", "Maria", "", "", "", "34", "123456789");
        assertThat(maria.of("INS")).startsWith("INS", "Y", "18", "021");
        assertThat(maria.categories())
                .anyMatch(one -> one.startsWith("PRE AMT TOT " + bought.premium() + " "))
                .anyMatch(one -> one.startsWith("APTC AMT " + bought.credit() + " "));
    }

    private void officerSeesItSent(String file, Bought bought) {
        page = officer;
        open("/arc/carriers");
        super.accessible();
        follow(file);
        super.accessible();
        assertThat(text()).contains(bought.policy()).contains("No answer yet").doesNotContain("Lopez", "put there with the next round");
    }
}
