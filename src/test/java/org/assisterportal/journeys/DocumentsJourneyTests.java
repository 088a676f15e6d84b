package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.document.domain.TestFiles;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents from being asked for to being accepted: a consumer on a phone, an officer at a desk. */
class DocumentsJourneyTests extends AtTheDesk {
    /** As long as scanners name theirs. */
    private static final String STUB = "stub_" + "november_2026_".repeat(6) + ".pdf";

    @Autowired private Handiwork handiwork;

    @Override
    void fits() {
        super.fits();
        accessible();
    }

    private void choose(FilePayload... files) {
        page.locator("#file").setInputFiles(files);
    }

    /** Presses the button and waits until the page says what came of it. */
    private void sendThem() {
        page.evaluate("document.querySelectorAll('main .usa-alert--success, main .usa-alert--error').forEach(old => old.remove())");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send").setExact(true)).click();
        page.locator("main .usa-alert--success, main .usa-alert--error").first().waitFor();
        fits();
    }

    private static FilePayload photo(String name, int color) {
        return new FilePayload(name, "image/jpeg", TestFiles.picture("jpg", color));
    }

    @Test
    void aPhotoIsRefusedAnotherOneAccepted() {
        String email = anAddress("maria.");
        Actor maria = region.consumer(email);
        handiwork.signed(maria);
        Page phone = somebodyElse();
        page = phone;
        page.setViewportSize(390, 844);
        open("/account/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        fits();
        assertThat(text()).contains("Send documents by", "2 things are still to be proved");
        follow("Send documents");
        fits();
        follow("Income in " + Minnesota.today(clock).getYear());
        fits();
        assertThat(text()).contains("Pay stubs of the last 30 days", "in 90 days");
        sendThemEmpty();
        choose(new FilePayload("pay.pdf", "application/pdf", "not a PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        sendThem();
        assertThat(alert()).contains("pay.pdf is no PDF, JPEG, PNG or HEIC file");
        choose(new FilePayload("huge.pdf", "application/pdf", new byte[10 * 1024 * 1024 + 1]), photo("IMG_1.jpg", 0x223344), new FilePayload(STUB, "application/pdf", TestFiles.pdf("Pay")));
        sendThem();
        assertThat(alert()).contains("huge.pdf is larger than 10 MB").doesNotContain("IMG_1.jpg");
        assertThat(text()).contains("Sent: we look at it", "Open IMG_1.jpg", "Open " + STUB);
        follow("Take " + STUB + " back");
        fits();
        press("Take it back");
        assertThat(text()).contains("was taken back and deleted").doesNotContain("Open " + STUB);
        fits();

        page = olga;
        page.setViewportSize(1280, 900);
        open("/arc/documents");
        page.locator("tr", new Page.LocatorOptions().setHasText("Maria Lopez")).locator("a").last().click();
        page.waitForLoadState();
        fits();
        assertThat(text()).contains("What the application says", "Wages, before taxes", "$1,250");
        press("It proves this: accept");
        press("Yes, accept");
        assertThat(alert()).contains("open a file that waits first");
        Page tab = page.waitForPopup(() -> page.locator("a", new Page.LocatorOptions().setHasText("Open IMG_1.jpg")).click());
        tab.waitForURL(Pattern.compile(".*/arc/documents/.*/files/.*"));
        tab.close();
        page.reload();
        press("Don't accept, and say why");
        assertThat(alert()).contains("Choose why it can't be accepted.");
        page.getByText("It can't be read").click();
        page.locator("#note").fill("The right half is dark.");
        press("Don't accept, and say why");
        assertThat(text()).contains("Not accepted. The consumer is told by mail");

        page = phone;
        open("/account");
        follow("Send documents");
        assertThat(text()).contains("Not accepted: send something else");
        follow("Income in " + Minnesota.today(clock).getYear());
        fits();
        assertThat(text()).contains("The right half is dark.", "Take the photo again in good light");
        choose(photo("IMG_2.jpg", 0x887766));
        sendThem();
        assertThat(text()).contains("The file was sent.", "Sent: we look at it");

        page = olga;
        open("/arc/documents");
        page.locator("tr", new Page.LocatorOptions().setHasText("Maria Lopez")).locator("a").last().click();
        page.waitForLoadState();
        Page second = page.waitForPopup(() -> page.locator("a", new Page.LocatorOptions().setHasText("Open IMG_2.jpg")).click());
        second.waitForURL(Pattern.compile(".*/arc/documents/.*/files/.*"));
        second.close();
        page.reload();
        press("It proves this: accept");
        press("Yes, accept");
        assertThat(text()).contains("Accepted. The consumer is told by mail.");

        page = phone;
        open("/account");
        assertThat(text()).contains("One thing is still to be proved");
        follow("Send documents");
        assertThat(text()).contains("Accepted");
        fits();
        press("Español");
        assertThat(text()).contains("Hay que enviar una cosa", "Ciudadanía");
        fits();
    }

    /** Without a choice the server says so. */
    private void sendThemEmpty() {
        press("Send");
        assertThat(alert()).contains("Choose a photo or a file first.");
        fits();
    }
}
