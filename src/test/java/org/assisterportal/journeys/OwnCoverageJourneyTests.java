package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.RosterColumn;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A consumer from the first mail to the closed account, and somebody who looks for help, at a desk and on a phone. */
class OwnCoverageJourneyTests extends OnTheWay {
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private Household household;

    private void sitDown(int width) {
        page.setViewportSize(width, 844);
    }

    private void pressSpanish() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Español")).click();
        page.waitForLoadState();
        accessible();
    }

    private void typeHalfAnAddress() {
        open("/account/new");
        fill("E-mail address", "maria@");
        page.locator("form[action='/account/new']").evaluate("form => form.noValidate = true");
        press("Mail me a link");
        assertThat(alert()).contains("Type an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(ints = PHONE)
    void aConsumerOpensAnAccountMakesItSaferAndClosesIt(int width) {
        String email = anAddress("maria.lopez.de.la.cordillera.");
        sitDown(width);
        typeHalfAnAddress();
        openAnAccount(email);
        follow("Sign-in and security");
        assertThat(text()).contains("No app is connected").contains(email);
        fits();

        follow("Connect an authenticator app");
        fill("Present password", "not the password at all");
        press("Next: the new app");
        assertThat(alert()).contains("This is not your present password");
        fill("Present password", PASSWORD);
        press("Next: the new app");
        String secret = page.locator("#secret").innerText();
        fill("Code", AuthenticatorApp.code(secret, Instant.now()));
        fits();
        press("Connect this app");
        List<String> codes = page.locator(".ap-codes li").allInnerTexts();
        assertThat(codes).hasSize(10);
        follow("I have kept them");
        assertThat(text()).contains("An app is connected").contains("10 left");

        follow("Show and end sessions");
        assertThat(text()).contains("This one");
        fits();
        follow("Back to sign-in and security");
        follow("Use another e-mail address");
        follow("Back to sign-in and security");
        follow("Link the account with which you work");
        fill("Present password", PASSWORD);
        fill("E-mail address", anAddress("nobody."));
        page.locator("#code").fill("123456");
        page.locator("#password").fill(PASSWORD);
        page.locator("#otherCode").fill("123456");
        press("Link both accounts");
        assertThat(alert()).contains("do not match an account of this kind");
        fits();
        follow("Back to sign-in and security");

        pressSpanish();
        assertThat(title()).isEqualTo("Acceso y seguridad");
        fits();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).click();
        page.waitForLoadState();
        follow("Read what happens when you close your account");
        fill("Present password", "not the password at all");
        page.locator("#code").fill(codes.getFirst());
        press("Close my account");
        assertThat(alert()).contains("This is not your present password");
        fill("Present password", PASSWORD);
        page.locator("#code").fill(codes.getFirst());
        press("Close my account");
        assertThat(title()).isEqualTo("Sign in to your account");
        assertThat(text()).contains("Your account is closed.");
        fill("E-mail address", email);
        fill("Password", PASSWORD);
        press("Sign in");
        assertThat(alert()).contains("do not match an account");
        postman.deliverAll();
        assertThat(mailed(email, "(your account was closed just now)")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = PHONE)
    void somebodyFindsANavigatorAndComesBackToThemAfterSigningIn(int width) {
        String family = Region.unique("Quist").replaceAll("[0-9]", "");
        Household.Assister assister = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Map<RosterColumn, String> row = new EnumMap<>(Region.row(household.email(assister.person())));
        row.put(RosterColumn.DISPLAY_NAME, "Wilhelmina Alexandrina " + family);
        row.put(RosterColumn.PUBLIC_EMAIL, "a.very.long.address.of.an.office@navigators.lakes.example.org");
        row.put(RosterColumn.LANGUAGES, "English; Spanish; Hmong; Somali; American Sign Language");
        row.put(RosterColumn.COUNTIES, "Lake of the Woods; Koochiching; Yellow Medicine; Lac qui Parle; Mille Lacs");
        rosters.keep(assister.person(), null, row, assister.office().contact());
        region.submit(assister.office().contact());
        String email = anAddress("maria.");
        region.consumer(email);

        sitDown(width);
        open("/directory");
        fits();
        page.locator("#zip").fill("558");
        press("Show navigators");
        assertThat(alert()).contains("Type a ZIP code of five digits");
        page.locator("#zip").fill("");
        page.locator("#county").selectOption("Traverse");
        press("Show navigators");
        assertThat(text()).contains("No navigators found");
        page.locator("#county").selectOption("Lac qui Parle");
        page.locator("#language").selectOption("Somali");
        press("Show navigators");
        assertThat(page.url()).contains("county=Lac").contains("language=Somali");
        page.getByText("I know a name").click();
        fill("Name of the navigator", family.toUpperCase(java.util.Locale.ROOT));
        press("Search");
        assertThat(text()).contains("Wilhelmina Alexandrina " + family).contains("Certified today");
        fits();
        follow("Choose this assister Wilhelmina Alexandrina " + family);
        assertThat(title()).isEqualTo("Sign in to your account");
        fill("E-mail address", email);
        fill("Password", PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
        page.waitForURL("**/account/assister/" + assister.person());
        open("/directory");
        pressSpanish();
        assertThat(title()).isEqualTo("Encuentre ayuda gratuita cerca de usted");
        fits();
    }

    @ParameterizedTest
    @ValueSource(ints = DESK)
    void somebodyWhoAlsoWorksHereLinksBothAndGoesOver(int width) {
        String work = anAddress("olga.");
        String own = anAddress("maria.");
        region.consumer(own);
        sitDown(width);
        String secret = join(work, "Olga Officer", Hat.ARC_OFFICER);
        open("/me");
        follow("Link my own account");
        page.locator("#code").fill(AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
        page.locator("#email").fill(own);
        page.locator("#password").fill(PASSWORD);
        press("Link both accounts");
        assertThat(text()).contains("The accounts are linked").contains("Linked with ma…@example.org");
        fits();
        press("Go to my own account");
        assertThat(title()).isEqualTo("Enter your code");
        page.locator("#code").fill("000000");
        press("Go on");
        assertThat(alert()).contains("This code did not work");
        // A code counts once, and the two before were used: the app's next one, a minute later.
        ((MovableClock) clock).travel(A_MINUTE);
        try {
            page.locator("#code").fill(AuthenticatorApp.code(secret, Instant.now().plus(A_MINUTE)));
            press("Go on");
        } finally {
            ((MovableClock) clock).travel(A_MINUTE.negated());
        }
        assertThat(page.url()).endsWith("/account");
        assertThat(title()).contains("Maria Lopez");
        assertThat(text()).doesNotContain("Olga Officer");
        fits();
        open("/account/security");
        press("End the link");
        assertThat(text()).contains("The link has ended");
    }
}
