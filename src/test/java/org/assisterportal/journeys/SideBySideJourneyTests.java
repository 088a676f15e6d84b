package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A consumer and an assister, each at a browser of their own, at a desk or on a phone: what one does, the other sees. */
class SideBySideJourneyTests extends OnTheWay {
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int TALL = 844;

    @Autowired Region region;
    @Autowired AccessDesk desk;
    @Autowired PortalAccess access;

    private Page ana;
    private Page maria;
    private String number;
    private final String marias = anAddress("maria.");

    @BeforeEach
    void anAssisterHasAnAccount() {
        String anas = anAddress("ana.");
        PersonId person = region.person(region.agency(AgencyKind.NAVIGATOR), anas);
        region.certify(person);
        region.pass(person, "assister-portal", 14, 20);
        desk.enroll(List.of(person), Region.officer());
        number = String.valueOf(access.of(person).orElseThrow().referenceNumber());
        ana = page;
        maria = somebodyElse();
        region.consumer(marias);
        postman.deliverAll();
        open(mailedPath(anas));
        setUpFromHere();
    }

    private void at(Page browser) {
        page = browser;
    }

    private void mariaSignsIn() {
        at(maria);
        open("/account/sign-in");
        fill("E-mail address", marias);
        fill("Password", PASSWORD);
        press("Sign in");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void permissionIsGivenUsedSeenAndTakenBackWhileTheAssisterTypes(int width) {
        ana.setViewportSize(width, TALL);
        maria.setViewportSize(width, TALL);
        at(ana);
        open("/portal");
        assertThat(text()).contains("Nobody has authorized you yet.");
        fits();

        mariaSignsIn();
        follow("Manage Assister");
        assertThat(text()).contains("Nobody helps you now.");
        char last = number.charAt(6);
        fill("Reference number", number.substring(0, 6) + (last == '9' ? '0' : (char) (last + 1)));
        press("Look up this number");
        assertThat(alert()).contains("This is not a reference number");
        fits();
        fill("Reference number", number.substring(0, 3) + " " + number.substring(3));
        press("Look up this number");
        assertThat(title()).isEqualTo("Assister Details");
        assertThat(text()).contains("certified today").contains("info@lakes.example.org");
        page.locator(".ap-choices a").first().click();
        page.waitForLoadState();
        accessible();
        fits();
        assertThat(text()).contains("Ana Torres").contains("Maria Lopez").contains("tax");
        press("I agree");
        assertThat(text()).contains("Ana Torres").contains("can help you.");
        fits();
        follow("See, save or print your receipt");
        assertThat(text()).contains("Given by").contains("Maria Lopez");
        fits();

        at(ana);
        open("/portal");
        assertThat(text()).contains("Maria Lopez");
        fits();
        press("Maria Lopez");
        assertThat(page.locator("body").innerText()).contains("You are acting for");
        assertThat(page.title()).startsWith("Maria Lopez");
        fits();
        follow("Change the information");
        fill("Phone", "612-555-0177");
        press("Save for Maria Lopez");
        assertThat(text()).contains("Saved for Maria Lopez");

        at(maria);
        follow("Done for you");
        assertThat(text()).contains("Changed your information").contains("Ana Torres").contains("Looked at your information");
        fits();

        // Ana begins to type, Maria ends it, Ana sends.
        at(ana);
        follow("Change the information");
        fill("Phone", "612-555-0188");
        at(maria);
        follow("Manage Assister");
        follow("Remove: end this");
        press("End it now");
        assertThat(text()).contains("has ended");
        at(ana);
        press("Save for Maria Lopez");
        assertThat(title()).isEqualTo("This authorization has ended");
        assertThat(text()).contains("What you typed was kept for the consumer.").doesNotContain("612-555-0177");
        fits();
        open("/portal");
        assertThat(text()).doesNotContain("Maria Lopez");

        at(maria);
        follow("My account");
        assertThat(text()).contains("An assister was not finished");
        page.locator("a[href*='/account/left-overs/']").first().click();
        page.waitForLoadState();
        accessible();
        assertThat(text()).contains("612-555-0188").contains("612-555-0177");
        fits();
        press("Take it over");
        open("/account/profile");
        assertThat(page.locator("#phone").inputValue()).isEqualTo("612-555-0188");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void whatIsWrongStopsTheAssisterAtOnceFromTheMail(int width) {
        ana.setViewportSize(width, TALL);
        maria.setViewportSize(width, TALL);
        mariaSignsIn();
        lookUp(number);
        press("I agree");
        at(ana);
        open("/portal");
        press("Maria Lopez");
        assertThat(page.locator("body").innerText()).contains("You are acting for");

        at(somebodyElse());
        page.setViewportSize(width, TALL);
        postman.deliverAll();
        open(mailed(marias, "(/wrong/[A-Za-z0-9_.-]+)"));
        assertThat(title()).isEqualTo("Is something wrong?");
        fits();
        page.locator("main button[type=submit]").first().click();
        page.waitForLoadState();
        accessible();
        fits();

        at(ana);
        page.reload();
        accessible();
        assertThat(title()).isEqualTo("This authorization has ended");
        assertThat(page.content()).doesNotContain("Maria").doesNotContain(marias);
        open("/portal");
        assertThat(text()).doesNotContain("Maria Lopez");
        at(maria);
        open("/account/assister");
        assertThat(text()).contains("Nobody helps you now.").contains("You said that something was wrong");
    }
}
