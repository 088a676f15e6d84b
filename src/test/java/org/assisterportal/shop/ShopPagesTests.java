package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assisterportal.Region;
import org.assisterportal.eligibility.Money;
import org.assisterportal.identity.Tries;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anybody sees plans and prices. The amounts were worked out from the demo catalog's files. */
class ShopPagesTests extends PageScene {
    private static final Pattern OFFERED = Pattern.compile("name=\"plan\" value=\"(\\d{5}MN\\d{7})\"");
    private static final String BRONZE = "99102MN0010002";

    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;
    @Autowired private ShopWords words;
    @Autowired private Tries tries;

    private final MockHttpSession nobody = new MockHttpSession();

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    private MvcTestResult told(String path, String... fields) {
        return followed(post(nobody, path, fields), nobody);
    }

    private MvcTestResult asked(String path, String... more) {
        List<String> all = new ArrayList<>(List.of("year", "2026", "zip", "55401", "ages", "40", "income", "39125"));
        Collections.addAll(all, more);
        return told(path, all.toArray(String[]::new));
    }

    private MvcTestResult family(String one, String other) {
        return told("/plans", "year", "2026", "zip", "55401", "ages", one, "ages", other, "married", "true", "income", "80000");
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFormAsksForZipAgesAndIncomeWithoutAnAccount() {
        MvcTestResult page = get(nobody, "/plans");
        assertThat(page).hasStatusOk();
        assertThat(text(page)).contains("ZIP code where you live", "Age of person 8", "We keep nothing of what you write here").doesNotContain("??");
    }

    @Test
    void theListHasPricesBeforeAndAfterTheEstimatedCredit() {
        MvcTestResult page = asked("/plans");
        // 380.73 for the second-lowest silver plan less 275.18; the cheapest bronze plan is 266.48.
        assertThat(text(page))
                .contains("<title>Plans for 2026</title>", "30 plans for 2026 in Hennepin county", "tax credit of up to $105.55 a month", "$160.93", "$266.48 less $105.55 tax credit")
                .contains("Lakeshore Care Bronze Essential")
                .doesNotContain("??", "Safety Net", "Rivertown");
        assertThat(text(page).indexOf("Lakeshore Care Bronze Essential")).isLessThan(text(page).indexOf("Northwoods Health Bronze Essential"));
    }

    @Test
    void withoutAnIncomePricesAreFull() {
        assertThat(text(told("/plans", "year", "2026", "zip", "55401", "ages", "40")))
                .contains("You told no income", "$266.48")
                .doesNotContain("$160.93");
    }

    @Test
    void aYearWithoutItsTableSaysThatTheCreditIsNotKnown() {
        assertThat(text(told("/plans", "year", "2027", "zip", "55401", "ages", "40", "income", "39125")))
                .contains("The tax credit for 2027 can&#39;t be estimated");
    }

    @Test
    void theCountyIsAskedForOnlyWhereAZipLiesInSeveral() {
        assertThat(text(told("/plans", "year", "2026", "zip", "56097", "ages", "40")))
                .contains("In which county do you live?", "Faribault", "Freeborn", "Waseca");
        assertThat(text(told("/plans", "year", "2026", "zip", "56097", "county", "27047", "ages", "40"))).contains("in Freeborn county");
    }

    @Test
    void wrongAnswersAreSaidWithWhatWasTyped() {
        String page = text(told("/plans", "year", "2026", "zip", "554", "ages", "forty", "income", "much"));
        assertThat(page).contains("A ZIP code has five digits", "An age is a whole number", "Write dollars in digits", "value=\"forty\"", "value=\"554\"", "income-hint income-error");
        assertThat(text(told("/plans", "year", "2026", "zip", "10001", "ages", "40"))).contains("isn&#39;t in Minnesota");
        assertThat(text(family("18", "17"))).contains("write the age of both, from 18 on").doesNotContain("plans for 2026");
        assertThat(text(family("40", ""))).contains("write the age of both, from 18 on");
        assertThat(text(family("18", "18"))).contains("plans for 2026");
        assertThat(text(told("/plans", "year", "2026", "zip", "55401"))).contains("Write the age of at least one person");
    }

    @Test
    void filtersAndOrdersChangeTheList() {
        assertThat(text(asked("/plans", "metals", "GOLD"))).contains("6 plans for 2026").doesNotContain("Bronze Essential</button>");
        assertThat(text(asked("/plans", "carrier", "99102"))).contains("10 plans for 2026").doesNotContain("Northwoods Health Gold Care");
        assertThat(text(asked("/plans", "most", "1"))).contains("No plan fits", "Take a filter away");
        assertThat(text(asked("/plans", "most", "about 400")))
                .contains("There is a problem", "href=\"#most\"", "id=\"most-error\"", "Write dollars in digits", "value=\"about 400\"", "30 plans for 2026")
                .doesNotContain("??");
        assertThat(text(asked("/plans", "savings", "true"))).contains("Bronze Saver", "Silver Saver").doesNotContain("Platinum</button>");
        String byDeductible = text(asked("/plans", "sort", "deductible"));
        assertThat(byDeductible.indexOf("Platinum</button>")).isPositive();
        assertThat(byDeductible).doesNotContain("Bronze Essential</button>");
        assertThat(text(asked("/plans", "page", "2"))).contains("16 to 30 of 30", "Previous");
        assertThat(text(asked("/plans", "kind", "dental", "metals", "GOLD", "carrier", "99102"))).as("left over from health plans").contains("8 plans for 2026");
        assertThat(text(asked("/plans", "kind", "dental")))
                .contains("8 plans for 2026", "<option value=\"premium\"", "Loon Dental Kids", "up to $105.55 a month for a health plan")
                .doesNotContain("no tax credit is expected", "Health savings account</label>", "<option value=\"yearly\"", "<select class=\"usa-select\" id=\"use\"");
    }

    @Test
    void upToFourPlansStandSideBySide() {
        String page = text(asked("/plans/compare", "compare", BRONZE, "compare", "99101MN0010005", "compare", "99104MN0010009"));
        assertThat(page)
                .contains("3 plans side by side", "3 plans are compared. Swipe the table sideways", "$160.93", "Most you pay for care a year", "Day in a hospital", "50% of the cost, after the deductible")
                .doesNotContain("??");
        assertThat(page.indexOf("value=\"" + BRONZE)).isLessThan(page.indexOf("value=\"99101MN0010005")).isLessThan(page.indexOf("value=\"99104MN0010009"));
        String kept = "id=\"ticked-" + BRONZE + "\" value=\"" + BRONZE + "\" checked";
        assertThat(text(asked("/plans", "compare", BRONZE, "page", "2"))).as("chosen on the first page").contains(kept, "Also chosen for comparing");
        assertThat(text(asked("/plans", "compare", BRONZE))).doesNotContain(kept).containsPattern("id=\"compare-" + BRONZE + "\"[^>]*checked");
    }

    @Test
    void whoComparesNoneOrMoreThanFourIsToldWhatToDoAndNothingIsLost() {
        assertThat(text(asked("/plans/compare"))).contains("There is a problem", "href=\"#comparing\"", "Nothing is chosen for comparing", "30 plans for 2026").doesNotContain("??");
        String[] five = {"99102MN0010002", "99101MN0010005", "99104MN0010009", "99101MN0010002", "99101MN0010003"};
        String[] form = Arrays.stream(five).flatMap(plan -> Stream.of("compare", plan)).toArray(String[]::new);
        String page = text(asked("/plans/compare", form));
        assertThat(page).contains("More than four plans are chosen for comparing", "Uncheck some until four are left", "30 plans for 2026");
        for (String plan : five) {
            assertThat(page).containsPattern("id=\"(compare|ticked)-" + plan + "\"[^>]*checked");
        }
    }

    @Test
    void whoChoosesNoCountyIsToldSoAtTheTopAndBesideTheField() {
        String page = text(told("/plans", "year", "2026", "zip", "56097", "ages", "40", "choosing", "county"));
        assertThat(page)
                .contains("There is a problem", "href=\"#county\"", "id=\"county\"", "id=\"county-error\"", "Choose the county in which you live", "Waseca")
                .doesNotContain("??");
        assertThat(text(told("/plans", "year", "2026", "zip", "56097", "ages", "40"))).doesNotContain("There is a problem");
    }

    @Test
    void aYearThatIsNotHereIsNotSilentlyAnother() {
        assertThat(text(get(nobody, "/plans?year=2025"))).containsPattern("Plans for 2025 are not shown here. These are the plans for 202\\d").doesNotContain("??");
        assertThat(text(told("/plans", "year", "2025", "zip", "55401", "ages", "40"))).contains("Plans for 2025 are not shown here");
        assertThat(text(asked("/plans"))).doesNotContain("are not shown here");
    }

    @Test
    void aPlanThatWasWithdrawnIsNamedWhereSomebodyLooksForIt() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        catalogs.withdraw(2026, new PlanId(BRONZE), today, "a test", Actor.SYSTEM);
        try {
            assertThat(text(asked("/plans/plan", "plan", BRONZE))).contains("Lakeshore Care Bronze Essential is not sold here, or not any more. These plans are.", "29 plans for 2026");
        } finally {
            catalogs.restore(2026, new PlanId(BRONZE), Actor.SYSTEM);
        }
        assertThat(text(asked("/plans/plan", "plan", "99999MN0010001"))).contains("The plan of this address is not sold here");
    }

    @Test
    void whoIsOfMedicareAgeIsToldOfIt() {
        assertThat(text(family("66", "40"))).contains("Person 1: 65 or older", "Medicare", "Senior LinkAge Line").doesNotContain("Person 2: 65 or older", "??");
        assertThat(text(asked("/plans"))).doesNotContain("Senior LinkAge Line");
    }

    @Test
    void aFullPriceIsNotSaidToBeLessNoCredit() {
        String dental = text(asked("/plans", "kind", "dental"));
        assertThat(dental).doesNotContain("less $0.00");
        String[] plans = OFFERED.matcher(dental).results().map(one -> one.group(1)).distinct().limit(2).toArray(String[]::new);
        assertThat(text(asked("/plans/compare", "kind", "dental", "compare", plans[0], "compare", plans[1]))).contains("2 plans side by side").doesNotContain("$0.00", "Estimated tax credit");
    }

    @Test
    void limitsOfSeveralPeopleSayThatTheyAreForAllAndAnEstimateHasNoCents() {
        String two = text(family("40", "40"));
        assertThat(two).containsPattern("<dd>\\$[0-9,]+ for everybody together</dd>").containsPattern("<dd>about \\$[0-9,]+</dd>");
        assertThat(text(asked("/plans"))).doesNotContain("for everybody together").containsPattern("<dd>about \\$[0-9,]+</dd>");
        assertThat(text(asked("/plans/compare", "compare", BRONZE))).containsPattern("<td>about \\$[0-9,]+</td>");
        assertThat(words.about(Money.of("1234.49"))).isEqualTo("about $1,234");
        assertThat(words.about(Money.of("1234.50"))).isEqualTo("about $1,235");
    }

    @Test
    void whatOneUseCostsIsSaidInFewWords() {
        assertThat(words.cost(null)).isEqualTo("not covered");
        assertThat(words.cost(new ServiceCost(true, 0, false, false, 0, false))).isEqualTo("nothing");
        assertThat(words.cost(new ServiceCost(true, null, false, false, 0, true))).isEqualTo("nothing, after the deductible");
        assertThat(words.cost(new ServiceCost(true, 4000, false, false, 0, false))).isEqualTo("$40");
        assertThat(words.cost(new ServiceCost(true, null, false, false, 1250, true))).isEqualTo("12.5% of the cost, after the deductible");
        assertThat(words.cost(new ServiceCost(true, 5000, false, true, 2000, false))).isEqualTo("$50 and 20% of the rest, after the deductible");
        assertThat(words.cost(new ServiceCost(true, 30_000, true, false, 0, false))).isEqualTo("$300 for the whole stay");
    }

    @Test
    void aPlanSaysWhyItCostsWhatItCosts() {
        String page = text(asked("/plans/plan", "plan", BRONZE));
        assertThat(page)
                .contains("Why this price", "In rating area 8 the carrier&#39;s price for age 40 is $266.48 a month")
                .contains("the second-lowest silver plan where you live for Person 1: Lakeshore Care Silver Balance")
                .contains("$380.73 less $275.18, which your household is expected to pay, is $105.55")
                .contains("$266.48 less $105.55 credit: you pay $160.93 a month")
                .contains("Primary Care Visit to Treat an Injury or Illness", "$70.00", "15 Visit(s) per Year")
                .doesNotContain("??");
        assertThat(text(asked("/plans/plan", "plan", "nothing"))).as("what is sold instead").contains("Lakeshore Care").doesNotContain("Why this price");
    }

    @Test
    void whoSeemsToGetAnotherProgramIsToldAndLeftOutOfThePrices() {
        MvcTestResult page =
                told(
                        "/plans", "year", "2026", "zip", "55401", "ages", "41", "ages", "39", "ages", "12", "married", "true", "size", "4",
                        "income", "80000");
        assertThat(text(page)).contains("Person 3 may get Medical Assistance instead of a plan", "They are not in the prices below", "Prices for everybody");
        assertThat(
                        text(
                                told(
                                        "/plans", "year", "2026", "zip", "55401", "ages", "41", "ages", "39", "ages", "12", "married", "true",
                                        "size", "4", "income", "80000", "everybody", "true")))
                .contains("Person 3 may get Medical Assistance instead of a plan", "The prices below are what a plan would cost without it");
        assertThat(text(told("/plans", "year", "2026", "zip", "55401", "ages", "40", "income", "12000")))
                .contains("Person 1 may get Medical Assistance", "The prices below are what a plan would cost without it");
    }

    @Test
    void aMachineThatCopiesThemIsStopped() {
        String network = Region.unique("10.98.");
        String[] asked = {"year", "2026", "zip", "55401", "ages", "40"};
        for (int i = 1; i < 240; i++) {
            tries.tryOnce("plans-told", network, 240, Duration.ofMinutes(1));
        }
        assertThat(from(network, "/plans", asked)).hasStatus(302);
        for (String path : new String[] {"/plans", "/plans/compare", "/plans/plan"}) {
            MvcTestResult refused = from(network, path, asked);
            assertThat(refused).hasStatus(429);
            assertThat(refused.getResponse().getHeader("Retry-After")).matches("[1-5]?[0-9]|60");
            assertThat(from("10.97.0.1", path, asked)).hasStatus(302);
        }
    }

    private MvcTestResult from(String network, String path, String... fields) {
        var request = pages.post().uri(path).session(nobody).with(this::token);
        request.with(
                sent -> {
                    sent.setRemoteAddr(network);
                    return sent;
                });
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void itSpeaksSpanish() {
        MvcTestResult list =
                pages.post()
                        .uri("/plans")
                        .session(nobody)
                        .with(this::token)
                        .with(
                                sent -> {
                                    Cookie token = Objects.requireNonNull(sent.getCookies())[0];
                                    sent.setCookies(token, new Cookie("lang", "es"));
                                    return sent;
                                })
                        .param("year", "2026")
                        .param("zip", "55401")
                        .param("ages", "40")
                        .param("income", "39125")
                        .exchange();
        assertThat(text(followed(list, nobody, new Cookie("lang", "es"))))
                .contains("30 planes para 2026 en el condado de Hennepin", "$266.48 menos $105.55 de crédito fiscal")
                .doesNotContain("[English]", "??");
    }
}
