package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.assisterportal.identity.Invitation;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.FileSources;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans and prices without an account, and where they come from. The amounts were worked out from the demo catalog's files. */
class ShopJourneyTests extends Journey {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    /** And no address says what was told. */
    @Override
    void press(String name) {
        super.press(name);
        fits();
        assertThat(page.url()).doesNotContain("56097", "39125");
    }

    private void choose(String plan) {
        page.locator(".ap-offer", new Page.LocatorOptions().setHasText(plan)).locator("label").click();
    }

    @Test
    void anybodyComparesPlansAndReadsWhyOneCostsWhatItCosts() {
        for (int width : new int[] {DESKTOP, PHONE}) {
            page.setViewportSize(width, 900);
            open("/plans");
            fits();
            press("Show plans");
            assertThat(alert()).contains("A ZIP code has five digits.", "Write the age of at least one person.");
            page.locator("#year").selectOption("2026");
            fill("ZIP code", "56097");
            fill("Age of person 1", "40");
            fill("Income in the plan year", "39125");
            press("Show plans");
            assertThat(title()).isEqualTo("In which county do you live?");
            page.getByText("Freeborn").click();
            press("Show plans");
            assertThat(title()).isEqualTo("26 plans for 2026 in Freeborn county");
            assertThat(text()).contains("You may get a tax credit of up to");
            choose("Northwoods Health Silver Choice");
            page.locator("#metal-GOLD").press("Space");
            press("Use these filters");
            assertThat(page.locator(".ap-offers").innerText()).contains("Gold Care").doesNotContain("Silver Choice");
            assertThat(text()).contains("Also chosen for comparing");
            choose("Northwoods Health Gold Care");
            press("Compare up to four chosen plans");
            assertThat(title()).isEqualTo("2 plans side by side");
            assertThat(page.locator("thead th").allInnerTexts()).hasSize(2).first().asString().contains("Silver Choice");
            press("Northwoods Health Gold Care");
            assertThat(title()).isEqualTo("Northwoods Health Gold Care");
            assertThat(text())
                    .contains("In rating area 1 the carrier's price for age 40 is", "less $275.18, which your household is expected to pay");
            page.goBack();
            page.waitForLoadState();
            assertThat(title()).as("and no form is sent again").isEqualTo("2 plans side by side");
            page.goBack();
            page.waitForLoadState();
            assertThat(title()).endsWith("in Freeborn county");
            page.reload();
            assertThat(page.locator(".ap-offers").innerText()).contains("Gold Care").doesNotContain("Silver Choice");
            page.goForward();
            page.waitForLoadState();
            press("Back to all plans");
            assertThat(page.locator("#metal-GOLD").isChecked()).isTrue();
            page.locator("#kind").selectOption("dental");
            press("Use these filters");
            assertThat(title()).isEqualTo("8 plans for 2026 in Freeborn county");
            press("Loon Dental Value");
            assertThat(text()).contains("none is counted for a dental plan alone", "Basic Dental Care - Adult");
            assertThat(page.locator("#asked").innerText()).contains("Back to all plans");
        }
        page.getByText("Español").click();
        page.waitForLoadState();
        assertThat(title()).as("the same plan").isEqualTo("Loon Dental Value");
        assertThat(text()).contains("Por qué este precio");
        open("/plans");
        assertThat(title()).isEqualTo("Vea planes y precios");
        page.locator("#year").selectOption("2026");
        fill("Código postal", "55401");
        fill("Edad de la persona 1", "40");
        press("Mostrar planes");
        assertThat(title()).isEqualTo("30 planes para 2026 en el condado de Hennepin");
        press("Northwoods Health Silver Choice");
        assertThat(text()).contains("Por qué este precio", "el precio de la aseguradora para la edad 40");
    }

    private Actor administrator() {
        EmailAddress email = new EmailAddress(anAddress("adam."));
        Invitation invitation = new Invitation(email, "Adam Admin", Hat.ADMINISTRATOR, null, null, "the marketplace", "the marketplace");
        transaction.executeWithoutResult(state -> accounts.invite(List.of(invitation), Actor.SYSTEM));
        UUID account = accounts.byEmail(email).orElseThrow().value();
        return new Actor(account, Hat.ADMINISTRATOR, account, null, "Adam Admin");
    }

    private void give(FileSources files, String button) {
        page.locator("#year").selectOption("2026");
        page.locator("#files").setInputFiles(files.sources().stream().map(ShopJourneyTests::payload).toArray(FilePayload[]::new));
        press(button);
    }

    private static FilePayload payload(Catalogs.Source file) {
        try (InputStream in = file.open()) {
            return new FilePayload(file.name(), "text/csv", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAdministratorImportsPublishesWithdrawsAndSellsAgain() {
        signIn(administrator());
        page.setViewportSize(DESKTOP, 900);
        open("/admin/plans");
        press("Only check");
        assertThat(text()).contains("There is no CSV file. Choose the eight files of the plan year.");
        follow("Back to plans");
        give(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",30,", ",thirty,")), "Only check");
        assertThat(title()).contains("problems, and nothing was stored");
        assertThat(text()).contains("rate.csv, line 18 Age", "thirty", "Write an age band", "1 age band is missing, the first is 30.");
        page.setViewportSize(PHONE, 900);
        accessible();
        fits();
        follow("Back to plans");
        fits();
        // A line more, since the demo's own files are there already.
        FileSources right = FileSources.demo(2026).with("network.csv", text -> text + "2026,MN,99101,Of the journey,99101N776,,Individual,No\n");
        give(right, "Only check");
        assertThat(title()).isEqualTo("The files are right");
        follow("Back to plans");
        page.setViewportSize(DESKTOP, 900);
        give(right, "Import");
        assertThat(title()).startsWith("2026, version ");
        assertThat(text()).contains("Nothing is sold by it until it is published", "0 plans are new, 0 are gone");
        press("Publish this version");
        assertThat(text()).contains("Published.");
        give(right, "Import");
        assertThat(text()).contains("The same files were imported before");
        follow("Back to plans");
        page.locator("summary").click();
        fill("The plan's id", "99");
        press("Withdraw a plan");
        assertThat(alert()).contains("Write the plan's id: five digits");
        fill("The plan's id", "99104MN0010003");
        fill("First day", "2026-03-01");
        page.locator("#reason").fill("The carrier leaves.");
        press("Withdraw a plan");
        assertThat(text()).contains("Withdrawn.", "not sold since Mar 1, 2026: The carrier leaves.");
        page.setViewportSize(PHONE, 900);
        fits();
        page.locator("form[action='/admin/plans/restore'] button").click();
        page.waitForLoadState();
        assertThat(text()).contains("Sold again.").doesNotContain("The carrier leaves.");
    }
}
