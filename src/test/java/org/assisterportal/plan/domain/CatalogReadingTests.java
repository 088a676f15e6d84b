package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.assisterportal.plan.FileSources;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is said by file, line and column. */
class CatalogReadingTests {
    private static final int FEWEST_PLANS = 60;

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void theDemoCatalogIsRightAndFollowsTheStatesAgeCurve(int year) {
        ImportReport report = read(year, FileSources.demo(year));
        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.counts().get("plans")).isGreaterThanOrEqualTo(FEWEST_PLANS);
        assertThat(report.counts()).containsEntry("counties", 87).containsKeys("zips", "variants", "benefits", "rates", "networks", "service-areas");
        assertThat(report.skipped()).isZero();
    }

    /** A first plan's row with one cell changed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan-attributes.csv|Catastrophic,Not|Wooden,Not|2|MetalLevel|metal",
                "plan-attributes.csv|,99101MN0010001,|,99101MN001,|2|StandardComponentId|plan-id",
                "plan-attributes.csv|Allows Adult and Child-Only|Allows nobody|2|ChildOnlyOffering|offering",
                "plan-attributes.csv|,99101N001,|,99101N009,|2|NetworkId|network",
                "plan-attributes.csv|,99101S001,|,99101S009,|2|ServiceAreaId|service-area",
                "plan-attributes.csv|,1.0,0,|,101%,0,|2|EHBPercentTotalPremium|share",
                "plan-attributes.csv|\"$10,600\",$10600 per person,|\"$10,601\",$10600 per person,|2|TEHBInnTier1IndividualMOOP|out-of-pocket",
                "plan-attributes.csv|99101MN0010001-01|99101MN0010001-09|2|PlanId|variant-id",
                "plan-attributes.csv|2026,MN,99101|2025,MN,99101|2|BusinessYear|year",
                "rate.csv|,Rating Area 1,|,Rating Area 10,|2|RatingAreaId|area",
                "rate.csv|,2026-01-01,|,2026-02-01,|2|RateEffectiveDate|first-day",
                "rate.csv|,2026-12-31,|,2026-11-30,|2|RateExpirationDate|last-day",
                "rate.csv|,0-14,|,0-20,|2|Age|age",
                "rate.csv|99101MN0010001|99101MN0019999|2|PlanId|unknown-plan",
                "service-area.csv|,Yes,,|,Maybe,,|2|CoverEntireState|yes-no",
                "benefits-and-cost-sharing.csv|99101MN0010001-01|99101MN0010001-05|2|PlanId|unknown-variant",
                "benefits-and-cost-sharing.csv|No Charge after deductible|free|2|CoinsInnTier1|cost",
                "business-rules.csv|Age on effective date|Age on insurance date|2|AgeDeterminationRule|age-rule",
                "counties.csv|27001|55001|2|CountyFips|fips",
                "counties.csv|Rating Area 7|seven|2|RatingAreaId|area",
                "zips.csv|51360|5136|2|ZipCode|zip",
                "zips.csv|27063|27999|2|CountyFips|county"
            })
    void aWrongCellIsNamedByFileLineAndColumn(String file, String right, String wrong, int line, String column, String problem) {
        ImportReport report = read(2026, FileSources.demo(2026).with(file, first(right, wrong)));
        assertThat(report.isRight()).isFalse();
        assertThat(report.problems())
                .anySatisfy(
                        one -> {
                            assertThat(one.file()).isEqualTo(file);
                            assertThat(one.line()).isEqualTo(line);
                            assertThat(one.column()).isEqualTo(column);
                            assertThat(one.message()).isEqualTo("plan.import." + problem);
                        });
    }

    /** A row of another length than the headings' is never read: its cells may be shifted. */
    @Test
    void aRowWithACellTooManyOrTooFewIsAProblem() {
        String row = "\n2026,MN,99101MN0010001,Rating Area 1,";
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(row, row.replace("MN,", "MN,,")))))
                .contains("plan.import.long");
        assertThat(messages(FileSources.demo(2026).with("network.csv", text -> text + "2026,MN,99101,A,B,99101N775,,Individual,No,\n")))
                .as("also where the last one is empty")
                .containsExactly("plan.import.long");
        assertThat(messages(FileSources.demo(2026).with("network.csv", text -> text + "2026,MN,99101,A,99101N775,,Individual\n")))
                .containsExactly("plan.import.short");
        assertThat(messages(FileSources.demo(2026).with("zips.csv", text -> text.replaceFirst("CountyFips", "CountyFips,ZipCode"))))
                .containsExactly("plan.import.column-twice");
    }

    @Test
    void eachPlaceOfAProblemIsListedUpToAThousandOfAKindAndTheOthersAreCounted() {
        ImportReport report = read(2026, FileSources.demo(2026).with("zips.csv", text -> text + "x,27053\n".repeat(1_200) + "55401,99\n"));
        assertThat(report.problemCount()).isGreaterThanOrEqualTo(1_201);
        assertThat(report.problems()).filteredOn(one -> one.message().equals("plan.import.zip")).hasSize(1_000);
        assertThat(report.problems()).as("and none of another kind is lost by it").anyMatch(one -> one.value().equals("99"));
        assertThat(report.kinds()).anySatisfy(kind -> {
            assertThat(kind.count()).isEqualTo(1_200);
            assertThat(kind.first().column()).isEqualTo("ZipCode");
        });
    }

    /** What spreadsheets make of numbers, and what isn't one. */
    @ParameterizedTest
    @ValueSource(strings = {"-12.00", "NaN", "Infinity", "4.12E2", "412,07", "=412.07", "0x19", "1e2", "٤١٢.٠٧", "412.070", "$-5", "0.00", " "})
    void aRateThatIsNoPriceInDollarsAndCentsIsAProblem(String rate) {
        String typed = rate.contains(",") ? "\"" + rate + "\"" : rate;
        FileSources sources = FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",30,[\\d.]+,", ",30," + Matcher.quoteReplacement(typed) + ","));
        assertThat(messages(sources)).contains("plan.import.price");
    }

    @Test
    void aMarkAtTheBeginningWindowsLineEndsAndQuotationMarksAreReadAsTheyAreMeant() {
        FileSources sources =
                FileSources.demo(2026)
                        .with("rate.csv", text -> "\uFEFF" + text.replace("\n", "\r\n"))
                        .with("zips.csv", text -> text.replaceAll("(?m)^(\\d{5}),", "\"$1\","));
        assertThat(messages(sources)).isEmpty();
    }

    @Test
    void aLineOfTenMegabytesAndAQuotationMarkThatIsNeverClosedAreProblemsAndNoFaults() {
        String endless = "9".repeat(10 * 1024 * 1024);
        assertThat(messages(FileSources.demo(2026).with("zips.csv", text -> text + endless + ",27053\n"))).contains("plan.import.zip");
        assertThat(messages(FileSources.demo(2026).with("zips.csv", text -> text + "\"" + endless + endless))).isNotEmpty();
        assertThat(messages(FileSources.demo(2026).with("zips.csv", text -> text + "\"55401,27053\n55402,27053\n"))).isNotEmpty();
    }

    @Test
    void aRateTwiceMissingUnroundedOrWithTooMuchForTobaccoIsAProblem() {
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n")))
                .containsExactly("plan.import.twice");
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst("\n[^\n]*,30,[^\n]*", ""))))
                .containsExactly("plan.import.ages-missing");
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",21,(\\d+\\.\\d\\d),", ",21,$15,"))))
                .contains("plan.import.price");
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",45,(\\d+\\.\\d\\d),\\d+\\.\\d\\d", ",45,$1,9999.00"))))
                .containsExactly("plan.import.tobacco");
        String oneArea = "99101MN0010002,Rating Area 4,";
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceAll("\n[^\n]*" + oneArea + "[^\n]*", ""))))
                .containsExactly("plan.import.no-rates");
    }

    /** In cents that can't be halved, a carrier may round up. */
    @ParameterizedTest
    @CsvSource({"400.00,400.00,true", "400.00,600.01,true", "400.00,600.02,false", "400.00,399.99,false"})
    void aPriceWithTobaccoIsAtMostHalfAsMuchAgainAndNeverLess(String plain, String tobacco, boolean right) {
        FileSources sources =
                FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",30,[\\d.]+,[\\d.]+", ",30," + plain + "," + tobacco));
        assertThat(messages(sources)).isEqualTo(right ? List.of() : List.of("plan.import.tobacco"));
    }

    @Test
    void pricesOffTheAgeCurveAreOnlyWarnedOf() {
        ImportReport far =
                read(2026, FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst(",30,[\\d.]+,[\\d.]+", ",30,150.00,150.00")));
        assertThat(far.isRight()).isTrue();
        assertThat(far.warnings()).extracting(ImportProblem::message).contains("plan.import.off-curve");
    }

    @Test
    void aLinkThatIsNoAddressOfTheWebIsWarnedOfAndLeftOut() {
        UnaryOperator<String> spoilt = first("https://example.org/99101MN0010001\n", "javascript:alert(1)\n");
        Set<Object> written = new HashSet<>();
        Store store =
                new Store() {
                    @Override
                    public void row(Table table, @Nullable Object... cells) {
                        Stream.of(cells).filter(Objects::nonNull).forEach(written::add);
                    }

                    @Override
                    public void close() {}
                };
        ImportReport report =
                CatalogReading.read(2026, new YearShelf().of(2026), FileSources.demo(2026).with("plan-attributes.csv", spoilt).sources(), store);
        assertThat(report.isRight()).isTrue();
        assertThat(report.warnings()).singleElement().satisfies(one -> {
            assertThat(one.column()).isEqualTo("PlanBrochure");
            assertThat(one.message()).isEqualTo("plan.import.address");
        });
        assertThat(written).contains("https://example.org/99101MN0010002").doesNotContain("javascript:alert(1)");
    }

    @Test
    void filesOfAnotherYearAreToldAThousandTimesEachAndCountedInFull() {
        ImportReport report = read(2027, FileSources.demo(2026));
        assertThat(report.problemCount()).isGreaterThan(16_000);
        assertThat(report.problems().stream().filter(one -> one.file().equals("rate.csv"))).hasSize(1_000).extracting(ImportProblem::line).contains(2L, 1_001L).doesNotContain(1_002L);
        assertThat(report.problems()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(report.kinds().stream().mapToInt(ImportReport.Kind::count).sum()).isEqualTo(report.problemCount());
        assertThat(messages(new FileSources())).containsExactly("plan.import.no-files");
    }

    @Test
    void filesAreKnownByTheirHeadingsAndMayHaveOthers() {
        FileSources renamed = FileSources.demo(2026);
        ImportReport more = read(2026, renamed.with("network.csv", text -> text.replace("\n", ",x\n")).with("zips.csv", text -> "\uFEFF" + text));
        assertThat(more.problems()).isEmpty();
        assertThat(messages(FileSources.demo(2026).without("rate.csv"))).containsExactly("plan.import.missing-file.RATES");
        assertThat(messages(FileSources.demo(2026).without("rate.csv").without("zips.csv")))
                .containsExactly("plan.import.missing-file.ZIPS", "plan.import.missing-file.RATES");
        assertThat(messages(FileSources.demo(2026).with("other.csv", text -> "a,b\n1,2\n"))).containsExactly("plan.import.unknown-file");
        assertThat(messages(FileSources.demo(2026).with("zips2.csv", text -> "ZipCode,CountyFips\n"))).containsExactly("plan.import.second-file");
        assertThat(messages(FileSources.demo(2026).with("rate.csv", text -> text.replaceFirst("Tobacco,Age", "Tobacco,Years"))))
                .contains("plan.import.column");
        assertThat(messages(FileSources.demo(2026).bytes("zips.csv", new byte[] {'Z', (byte) 0xe9, '\n'}))).containsExactly("plan.import.utf-8");
        assertThat(messages(FileSources.demo(2026).with("zips.csv", text -> text.replaceFirst(",27063", "")))).contains("plan.import.short");
    }

    @Test
    void rowsOfOtherMarketsAndStatesAndOffTheExchangeArePassedOver() {
        FileSources sources =
                FileSources.demo(2026)
                        .with("network.csv", text -> text + "2026,WI,99101,Other,99101N009,,Individual,No\n2026,MN,99101,Shop,99101N008,,SHOP (Small Group),No\n")
                        .with("plan-attributes.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow().replace("-01", "-00") + "\n");
        ImportReport report = read(2026, sources);
        assertThat(report.problems()).isEmpty();
        assertThat(report.skipped()).isEqualTo(3);
    }

    private static UnaryOperator<String> first(String right, String wrong) {
        return text -> {
            int at = text.indexOf(right);
            assertThat(at).as(right).isPositive();
            return text.substring(0, at) + wrong + text.substring(at + right.length());
        };
    }

    private static List<String> messages(FileSources sources) {
        return read(2026, sources).problems().stream().map(ImportProblem::message).toList();
    }

    private static ImportReport read(int year, FileSources sources) {
        return CatalogReading.read(year, new YearShelf().of(year), sources.sources(), Store.NOWHERE);
    }
}
