package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.shared.Minnesota;

/** The steps that more than one journey takes on its way. */
abstract class OnTheWay extends Journey {
    static String typed(LocalDate day) {
        return DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US).format(day);
    }

    /** An officer makes an agency whose contract runs, and sees its page. */
    void createAgency(String name) {
        open("/arc/agencies");
        fill("Name of the agency", name);
        fill("Contract from", LocalDate.now(Minnesota.ZONE).minusDays(2).toString());
        fill("Contract through", LocalDate.now(Minnesota.ZONE).plusYears(2).toString());
        press("Create the agency");
    }

    /** An officer on an agency's page invites an authorized contact, whose mail is delivered. */
    void inviteContact(String name, String email) {
        fill("Name", name);
        fill("E-mail", email);
        page.getByText("Agency Administrator / Primary Contact").last().click();
        press("Send the invitation");
        assertThat(text()).contains("on its way").contains(email);
        postman.deliverAll();
    }

    /** A contact types somebody into the draft, with Portal Access Yes. */
    void add(Map<RosterColumn, String> row) {
        open("/amp/people/new");
        Map<RosterColumn, String> cells = new EnumMap<>(row);
        cells.remove(RosterColumn.EMPLOYMENT);
        cells.remove(RosterColumn.IN_DIRECTORY);
        cells.remove(RosterColumn.PORTAL_ACCESS);
        page.locator("label[for=portal-access-yes]").click();
        String state = cells.remove(RosterColumn.STATE);
        if (state != null) {
            page.locator("#state").selectOption(state);
        }
        cells.forEach((column, value) -> page.locator("#" + column.field()).fill(value));
        press("Keep in the draft");
    }

    void attestAndSubmit() {
        page.getByText("I attest to this").click();
        press("Submit the roster");
    }

    /** A learner on their path reads a course and answers all of its assessment rightly. */
    void passes(String course, int questions) {
        page.locator(".usa-card__footer a[href*='/" + course + "/']").click();
        Locator assessment = page.locator("main form[action$='/assessment'] button");
        while (assessment.count() == 0) {
            page.locator("input[name=option]").first().press("Space");
            press("Answer");
            if (assessment.count() == 0) {
                follow("Next lesson");
            }
        }
        assessment.click();
        takeAssessment(course, questions, questions);
        assertThat(title()).isEqualTo("You passed");
        follow("To your learning path");
    }

    /** Answers the questions of an assessment that is open, so many of them rightly, and hands it in. */
    void takeAssessment(String course, int questions, int right) {
        Map<String, String> keys = AnswerKeys.of(course);
        for (int question = 1; question <= questions; question++) {
            String words = page.locator("legend").innerText().strip();
            String key = keys.get(words);
            assertThat(key).as(words).isNotNull();
            boolean correct = question <= right;
            List<String> options = page.locator("fieldset label").allInnerTexts();
            int chosen = IntStream.range(0, options.size()).filter(i -> options.get(i).strip().equals(key) == correct).findFirst().orElseThrow();
            page.locator("fieldset input").nth(chosen).press("Space");
            page.locator("button[name=go]").first().press("Enter");
            page.waitForLoadState();
        }
        accessible();
        page.locator("form[action$='/submit'] button").click();
        page.waitForLoadState();
        accessible();
    }

    /** Signs in with both factors; the code is the next one, as the present one may have set up the account. */
    void signIn(String email, String secret) {
        fill("E-mail address", email);
        fill("Password", PASSWORD);
        press("Continue");
        fill("Code", AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
        press("Sign in");
    }

    /** An officer on somebody's page writes down that their background study is cleared. */
    void clearBackground() {
        page.getByText("Record a background study").click();
        fill("Day of the study", LocalDate.now(Minnesota.ZONE).minusDays(1).toString());
        press("Record the result");
    }

    /** A consumer asks for a link and opens their account with it. */
    void openAnAccount(String email) {
        open("/account/new");
        fill("E-mail address", email);
        press("Mail me a link");
        assertThat(text()).contains("It works for 24 hours");
        postman.deliverAll();
        open(mailed(email, "(/account/new/[A-Za-z0-9_-]+)"));
        fill("First name", "Maria");
        fill("Last name", "Lopez");
        fill("New password", PASSWORD);
        page.getByText("I have read this and agree to it").click();
        press("Create my account");
        assertThat(title()).contains("Maria Lopez");
    }

    /** A consumer at their account finds who has the number and sees the text to agree to. */
    void lookUp(String number) {
        follow("Manage Assister");
        fill("Reference number", number);
        press("Look up this number");
        assertThat(title()).isEqualTo("Assister Details");
        page.locator(".ap-choices a").first().click();
        page.waitForLoadState();
        accessible();
    }

    /** Of somebody alone: says on the page of events what needs no proof and opens enrollment, for coverage from the next month on. */
    void reportAnotherCredit() {
        page.getByText("Income or household changed, and with it the tax credit").click();
        fill("On which day?", typed(Minnesota.today(clock)));
        press("Go on");
    }
}
