package org.assisterportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.Region;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a consumer has in hand, and what it proves to others. */
class ReceiptPagesTests extends AssisterScene {

    private static String receipt(AuthorizationView given) {
        return "/account/receipts/" + given.id();
    }

    private static String grouped(String code) {
        return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
    }

    private MvcTestResult check(String code) {
        return post(new org.springframework.mock.web.MockHttpSession(), "/receipt", "code", code);
    }

    @Test
    void theReceiptHasTheRecordAndTheWordsThatWereAgreedTo() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        assertThat(open(receipt(given)))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt of your permission No. " + given.number(), "Maria Lopez", "Ana Torres", given.agencyName())
                .contains("Only see", "You typed the reference number", "was certified, and", "Version of Jan 1, 2018, in English")
                .contains(grouped(given.receiptCode()), given.textHash(), "they may not choose a plan for you", "Not ended")
                .doesNotContain("??", "sign and send an application for you");
        authorizations.end(maria);
        assertThat(open(receipt(given))).bodyText().contains("It ended on", "You ended it");
    }

    @Test
    void aStrangersReceiptDoesNotExistAndTheTryLeavesALine() {
        AuthorizationView given = household.authorize(maria, ana, Scope.SEE);
        maria = region.consumer();
        assertThat(open(receipt(given))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM audit.line WHERE account = :me AND refused AND act = 'authorization.own-shown'")
                                .param("me", maria.account())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeIsGenuineHoweverItIsWrittenAndSaysNothingOfTheConsumer() {
        AuthorizationView given = household.authorize(maria, ana, Scope.APPLY);
        assertThat(check(grouped(given.receiptCode()).toLowerCase(java.util.Locale.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt No. " + given.number() + " is genuine", "Ana Torres", given.agencyName())
                .contains("Apply and enroll for me", "The permission has not ended")
                .doesNotContain("Lopez", "??");
        authorizations.end(maria);
        assertThat(check(given.receiptCode())).bodyText().contains("is genuine", "The permission ended on").doesNotContain("Lopez");
    }

    @Test
    void aCodeThatNoReceiptHasIsSaidToBeUnknown() {
        assertThat(check("BCDF GHJK MNPQ"))
                .hasStatusOk()
                .bodyText()
                .contains("No receipt has this code", "value=\"BCDF GHJK MNPQ\"", "href=\"#code\"")
                .doesNotContain("Receipt No.", "??");
        assertThat(check(" ")).bodyText().contains("Type the code");
        assertThat(get(new org.springframework.mock.web.MockHttpSession(), "/receipt"))
                .hasStatusOk()
                .bodyText()
                .contains("Check a receipt", "Twelve letters and digits")
                .doesNotContain("There is a problem", "??");
    }

    @Test
    void whoChecksManyCodesWaits() {
        for (int i = 0; i < 60; i++) {
            check(Region.unique("B"));
        }
        assertThat(check("BCDFGHJKMNPQ")).bodyText().contains("Many codes were checked from your network. Wait ").doesNotContain("??");
    }
}
