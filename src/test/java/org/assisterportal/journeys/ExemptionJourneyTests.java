package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.Test;

/** Somebody of 36 on a phone enters an exemption, in Spanish for a while, and signs for a catastrophic plan. */
class ExemptionJourneyTests extends Enrolling {
    private static final String CATASTROPHIC = "99101MN0010001";

    @Test
    void anExemptionOpensACatastrophicPlan() {
        policyholder.happened(maria, LifeEvent.CREDIT_CHANGED, Minnesota.today(clock));
        sit(PHONE);
        signIn(maria);
        open("/coverage/" + id + "/plans");
        press("See health plans");
        assertThat(text()).contains("Catastrophic plans are not in this list, as Maria Lopez needs");
        fits();
        follow("Enter or remove an exemption");
        fits();
        press("Keep the exemption");
        assertThat(alert()).contains("Type the exemption certificate number as it stands in the notice");
        fits();
        press("Español");
        assertThat(title()).isEqualTo("Exención por dificultades o por costo");
        fits();
        press("English");
        fill("Exemption certificate number", "E12345Y");
        press("Keep the exemption");
        assertThat(text()).contains("an exemption for 2026 is entered");
        fits();
        follow("Enter or remove an exemption");
        page.locator("main a[href$='/remove']").click();
        page.waitForLoadState();
        accessible();
        fits();
        follow("Leave it as it is");
        follow("Back to the plans");
        press("See health plans");
        page.locator("label[for='metal-CATASTROPHIC']").click();
        press("Use these filters");
        chooses(offer(CATASTROPHIC));
        follow("Review and sign");
        page.getByText("Why this price").first().click();
        assertThat(text()).contains("A catastrophic plan is open to Maria Lopez by an exemption");
        fits();
        signs("Maria Lopez");
        assertThat(text()).contains("Signed. The carrier is told today", "Safety Net");
    }
}
