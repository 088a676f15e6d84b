package org.assisterportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.identity.HeldForms.Form;
import org.assisterportal.identity.HeldForms.Owner;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class HeldFormsTests {
    private static final Actor BY = new Actor(UUID.randomUUID(), null, null, null, "Ana");

    @Autowired private HeldForms forms;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final String browser = UUID.randomUUID().toString();
    private final Owner ana = owner();

    private static Owner owner() {
        return new Owner(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static Form form(String name) {
        return new Form("/amp/people", Map.of("first-name", List.of(name), "roles", List.of("a&b=c", "ü\n")), true);
    }

    @Test
    void whatWasTypedComesBackAsItWasAndOnlyOnce() {
        assertThat(forms.keep(browser, ana, form("Zoë"))).isTrue();
        var held = forms.of(browser, ana).getFirst();
        assertThat(held.form()).isEqualTo(form("Zoë"));
        assertThat(forms.take(held.id(), browser, ana, BY)).contains(form("Zoë"));
        assertThat(forms.take(held.id(), browser, ana, BY)).isEmpty();
        assertThat(forms.of(browser, ana)).isEmpty();
    }

    @Test
    void theSameContentIsKeptOnceHoweverOftenTheButtonIsPressed() {
        forms.keep(browser, ana, form("Ana"));
        forms.keep(browser, ana, form("Ana"));
        forms.keep(browser, ana, form("Anna"));
        assertThat(forms.of(browser, ana)).hasSize(2);
    }

    @Test
    void neitherAnotherPersonNorAnotherHatNorAnotherBrowserGetsIt() {
        forms.keep(browser, ana, form("Ana"));
        UUID id = forms.of(browser, ana).getFirst().id();
        Owner otherHat = new Owner(ana.person(), UUID.randomUUID().toString());
        assertThat(forms.of(browser, otherHat)).isEmpty();
        assertThat(forms.take(id, browser, otherHat, BY)).isEmpty();
        assertThat(forms.take(id, browser, owner(), BY)).isEmpty();
        assertThat(forms.take(id, "another", ana, BY)).isEmpty();
        forms.keepOnly(browser, otherHat);
        assertThat(forms.of(browser, ana)).hasSize(1);
    }

    @Test
    void anotherPersonsSignInDeletesIt() {
        forms.keep(browser, ana, form("Ana"));
        forms.keepOnly(browser, owner());
        assertThat(forms.of(browser, ana)).isEmpty();
    }

    @Test
    void itIsGoneAfterAnHour() {
        forms.keep(browser, ana, form("Ana"));
        clock.travel(Duration.ofMinutes(61));
        assertThat(forms.of(browser, ana)).isEmpty();
    }

    @Test
    void theNewestFiveOfAHatAreKept() {
        for (int i = 0; i < 7; i++) {
            forms.keep(browser, ana, form("Ana" + i));
        }
        assertThat(forms.of(browser, ana))
                .extracting(held -> held.form().fields().get("first-name"))
                .containsExactly(List.of("Ana6"), List.of("Ana5"), List.of("Ana4"), List.of("Ana3"), List.of("Ana2"));
    }

    @Test
    void moreThan64KilobytesAreNotKept() {
        assertThat(forms.keep(browser, ana, form("x".repeat(66_000)))).isFalse();
        assertThat(forms.keep(browser, ana, form("x".repeat(60_000)))).isTrue();
    }

    @Test
    void theRowTellsNothingToWhoReadsTheDatabase() {
        forms.keep(browser, ana, form("Anastasia"));
        byte[] sealed =
                jdbc.sql("SELECT sealed FROM identity.held_form WHERE hat = :hat")
                        .param("hat", ana.hat())
                        .query(byte[].class)
                        .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Anastasia").doesNotContain("/amp");
    }

    @Test
    void showingRestoringAndDroppingLeaveALineEachAndNothingOfTheForm() {
        Actor mara = new Actor(UUID.randomUUID(), null, null, null, "Mara");
        forms.keep(browser, ana, form("Anastasia"));
        forms.keep(browser, ana, form("Ben"));
        var held = forms.show(browser, ana, mara);
        forms.take(held.getFirst().id(), browser, ana, mara);
        forms.discard(held.getLast().id(), browser, ana, mara);
        forms.discard(held.getLast().id(), browser, ana, mara);
        assertThat(jdbc.sql("SELECT act || ' ' || facts FROM audit.line WHERE subject = :id ORDER BY at")
                        .param("id", mara.account())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "held-form.shown {\"forms\": \"2\"}", "held-form.restored {}", "held-form.dropped {}",
                        "held-form.dropped {\"reason\": \"gone\"}");
    }
}
