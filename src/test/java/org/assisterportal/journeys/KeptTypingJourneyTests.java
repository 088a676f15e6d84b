package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.stream.IntStream;
import org.assisterportal.Region;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.document.Documents;
import org.assisterportal.document.Incoming;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody typed stays, whatever comes between; what is wrong with many files is said once. */
class KeptTypingJourneyTests extends Journey {
    @Autowired private Region region;
    @Autowired private Handiwork handiwork;
    @Autowired private Documents documents;

    private String email;
    private Actor maria;

    @BeforeEach
    void mariaHasAnAccount() {
        email = anAddress("maria.");
        maria = region.consumer(email);
    }

    private void signIn() {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
    }

    private String homeOfAnApplication() {
        ApplicationId id = handiwork.application(maria);
        open("/account/sign-in");
        signIn();
        open("/coverage/" + id + "/home");
        return "/coverage/" + id;
    }

    private void type() {
        page.locator("#street").fill("1412 Superior Street");
        page.locator("#zip").fill("55802");
        page.locator("#county").selectOption("St. Louis");
    }

    @Test
    void theOtherLanguageTakesAlongWhatWasTyped() {
        homeOfAnApplication();
        type();
        press("Español");
        fits();
        assertThat(title()).contains("¿Dónde vive?");
        assertThat(page.locator("#street").inputValue()).isEqualTo("1412 Superior Street");
        assertThat(page.locator("#county").inputValue()).isEqualTo("St. Louis");
        assertThat(alert()).isEmpty();
        page.locator("#city").fill("Duluth");
        press("English");
        assertThat(page.locator("#city").inputValue()).isEqualTo("Duluth");
        assertThat(page.locator("#zip").inputValue()).isEqualTo("55802");
    }

    @Test
    void aFormWithoutCookiesIsSentFromThePageThatRefusedIt() {
        String application = homeOfAnApplication();
        type();
        page.context().clearCookies();
        press("Save and exit");
        fits();
        assertThat(text()).contains("What you typed is in this page", "Sign in, in a new window");
        Page refused = page;
        page = page.waitForPopup(() -> refused.locator("a", new Page.LocatorOptions().setHasText("Sign in, in a new window")).click());
        page.waitForLoadState();
        signIn();
        page.close();
        page = refused;
        press("Send it now");
        assertThat(page.url()).endsWith(application);
        open(application + "/home");
        assertThat(page.locator("#street").inputValue()).isEqualTo("1412 Superior Street");
    }

    @Test
    void whichFilesAreTooManyIsSaid() {
        ApplicationId id = handiwork.signed(maria);
        Hand.Own hers = new Hand.Own(maria);
        ProofRequest income =
                documents.list(hers).stream().filter(one -> one.kind() == ProofKind.INCOME).findFirst().orElseThrow();
        List<Incoming> most =
                IntStream.rangeClosed(1, 20).mapToObj(i -> TestFiles.incoming(i + ".png", TestFiles.picture("png", i))).toList();
        assertThat(documents.send(hers, income.id(), most)).isEqualTo(new Documents.Sent.Done(20, List.of()));
        open("/account/sign-in");
        signIn();
        open("/coverage/" + id + "/documents/" + income.id());
        page.locator("#file").setInputFiles(new FilePayload[] {photo("a.jpg", 31), photo("b.jpg", 32), photo("c.jpg", 33)});
        page.locator("form.ap-upload button").click();
        page.locator("main .usa-alert--error").first().waitFor();
        assertThat(page.locator("main .usa-alert--error .usa-alert__text").allInnerTexts())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("a.jpg was not kept: there are as many files here"), one -> assertThat(one).startsWith("b.jpg was not kept"),
                        one -> assertThat(one).startsWith("c.jpg was not kept"));
    }

    private static FilePayload photo(String name, int color) {
        return new FilePayload(name, "image/jpeg", TestFiles.picture("jpg", color));
    }
}
