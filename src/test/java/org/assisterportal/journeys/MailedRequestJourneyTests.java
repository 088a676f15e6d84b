package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assisterportal.Region;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An assister at a desk, a consumer without an account at a phone, and the officer who checks. */
class MailedRequestJourneyTests extends AtTheDesk {
    @Autowired AccessDesk desk;
    @Autowired Household household;
    @Autowired Authorizations authorizations;

    private Page anaSignsIn() {
        PersonId person = ready("Ana", anasMail);
        desk.enroll(List.of(person), Region.officer());
        postman.deliverAll();
        Page ana = somebodyElse();
        page = ana;
        open(mailedPath(anasMail));
        setUpFromHere();
        return ana;
    }

    private void ask(String email, String language) {
        open("/portal/requests/new");
        fill("Consumer's first name", "Maria");
        fill("Consumer's last name", "Lopez");
        fill("Consumer's e-mail", email);
        page.locator("#language").selectOption(language);
        page.getByText("Apply and enroll on their behalf").click();
        press("Send the request");
    }

    private Page phone() {
        Page phone = somebodyElse();
        phone.setViewportSize(390, 800);
        return phone;
    }

    @Test
    void onlyWhoReadsTheMailSaysYesAndAnOfficerCanStopIt() {
        String email = Region.unique("maria") + "@families.example";
        Page ana = anaSignsIn();
        ask(anAddress("somebody."), "en");
        assertThat(alert()).contains("at an agency's mail domain");
        ask(email, "en");
        assertThat(text()).contains("Maria Lopez", "Waiting for the consumer");
        Household.Mailed mail = household.mailed(email);
        open("/confirm/" + mail.token());
        assertThat(title()).isEqualTo("This page is for the consumer, on their own device");

        page = phone();
        open("/confirm/" + mail.token());
        assertThat(title()).isEqualTo("Ana Torres asks to help you");
        follow("Only see my information");
        assertThat(text()).contains("That is all. They may not change");
        fill("Code from our mail", "2222 2222");
        press("Yes, I agree");
        assertThat(alert()).contains("You have 4 tries left");
        fill("Code from our mail", mail.code());
        press("Yes, I agree");
        assertThat(title()).isEqualTo("Ana Torres may help you");
        Page maria = page;

        page = ana;
        open("/portal/requests");
        assertThat(text()).contains("Nobody is waiting for a mail from you");
        page = olga;
        open("/arc/spot-checks");
        assertThat(page.locator("main table a").count()).isPositive();
        // Not the first of the list: other tests' clocks run ahead of this one's.
        open("/arc/spot-checks/" + authorizations.now(household.without(email)).orElseThrow().authorization().id());
        assertThat(text()).contains("Maria Lopez", email);
        fill("What did you find", "She has never heard of Ana.");
        press("Stop Ana Torres");
        assertThat(text()).contains("The authorization has ended");

        page = maria;
        page.reload();
        accessible();
        assertThat(title()).isEqualTo("This permission has ended");
    }

    @Test
    void aMailInSpanishIsAnsweredInSpanish() {
        String email = Region.unique("maria") + "@families.example";
        anaSignsIn();
        ask(email, "es");
        Household.Mailed mail = household.mailed(email);
        page = phone();
        open("/confirm/" + mail.token());
        assertThat(title()).isEqualTo("Ana Torres pide ayudarle");
        press("No acepto");
        assertThat(title()).isEqualTo("Usted dijo que no a esta solicitud");
    }
}
