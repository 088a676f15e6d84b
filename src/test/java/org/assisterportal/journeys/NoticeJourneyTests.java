package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consumer signs, gets the notice, tries out what would change, and reports it. */
@MarketplaceTest
class NoticeJourneyTests extends Journey {
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @Autowired private Household household;
    @Autowired private Handiwork handiwork;
    @Autowired private NoticeHand job;

    private ApplicationId id;

    private void wide(int width) {
        page.setViewportSize(width, 844);
    }

    private void sign() {
        open("/coverage/" + id + "/sign");
        page.locator("label[for=agreed]").click();
        page.locator("#name").fill("Maria Lopez");
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        accessible();
    }

    private String pdf(String path) {
        APIResponse file = page.request().get(address() + path);
        assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(file.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNoticeComesIsReadSavedTriedOutAndFollowedByAChange() {
        Actor maria = household.consumer("Maria", "Lopez");
        id = handiwork.answered(maria);
        signIn(maria);
        wide(DESK);
        sign();
        assertThat(title()).isEqualTo("Who qualifies for what");
        follow("Read the notice");
        assertThat(title()).isEqualTo("Your notice is being made");
        fits();
        job.work();
        follow("Look again");
        assertThat(title()).isEqualTo("Notice of eligibility");
        assertThat(text()).contains("What to do next", "Maria qualifies for a tax credit", "your right to appeal", "within 90 days");
        fits();
        assertThat(pdf("/coverage/" + id + "/notice.pdf"))
                .contains("Notice of eligibility", "Maria qualifies for a tax credit", "PO Box 64941");
        follow("All notices");
        assertThat(text()).contains("version 1");
        fits();
        sheTriesOutWhatLessIncomeWouldDo();
    }

    private void sheTriesOutWhatLessIncomeWouldDo() {
        wide(PHONE);
        open("/coverage/" + id + "/notice");
        fits();
        open("/coverage/notices");
        fits();
        open("/coverage/" + id + "/result");
        follow("What if something changes?");
        fits();
        page.locator("#plan-year").fill("2031");
        press("Show what would change");
        assertThat(alert()).contains("Rules for plan year 2031 are not loaded");
        page.locator("#plan-year").fill("");
        page.locator("#month-self").fill("less");
        press("Show what would change");
        assertThat(alert()).contains("There is a problem");
        fits();
        page.locator("#month-self").fill("1,200");
        press("Show what would change");
        assertThat(text())
                .contains("Nothing was reported", "Then: Maria Lopez qualifies for Medical Assistance.", "no becomes yes");
        fits();
        assertThat(page.url()).doesNotContain("1200", "month");
        press("Report this change");
        assertThat(page.url()).endsWith("/earners");
        assertThat(page.url()).doesNotContain(id.toString());
    }

    @Test
    void theSameInSpanish() {
        Actor rosa = household.consumer("Maria", "Lopez");
        handiwork.change(rosa, java.util.Map.of("language", "es"));
        id = handiwork.answered(rosa);
        signIn(rosa);
        wide(PHONE);
        open("/coverage/" + id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Español")).click();
        page.waitForLoadState();
        sign();
        job.work();
        follow("Leer el aviso");
        assertThat(title()).isEqualTo("Aviso de elegibilidad");
        assertThat(text()).contains("Qué hacer ahora", "su derecho a apelar", "Maria califica para");
        fits();
        assertThat(pdf("/coverage/" + id + "/notice.pdf")).contains("Aviso de elegibilidad", "su derecho a apelar");
        open("/coverage/" + id + "/what-if");
        page.locator("#comes").selectOption("BABY");
        press("Mostrar lo que cambiaría");
        assertThat(text()).contains("No se avisó de nada", "El bebé califica para Asistencia Médica");
        fits();
    }
}
