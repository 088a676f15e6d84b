package org.assisterportal.plan.domain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Choice;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Offering;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.RateSheet;
import org.assisterportal.plan.Share;
import org.jspecify.annotations.Nullable;

/** The made-up market of src/test/resources/plan, and the notation of its cases. */
final class Market {
    static final Path TABLES = Path.of("src/test/resources/plan");
    private static final Map<String, BigDecimal> CURVE = new YearShelf().of(2026).ageCurve().factors();
    private static final Map<String, String> FEDERAL_CHILDREN =
            Map.of("0-14", "0.765", "15", "0.833", "16", "0.859", "17", "0.885", "18", "0.913", "19", "0.941", "20", "0.970");

    private final Map<String, OfferedPlan> plans = new TreeMap<>();

    Market() {
        for (NamedCsvRecord row : rows("market.csv")) {
            String name = row.getField("plan");
            plans.put(name, plan(name, plans.size() + 1, row));
        }
    }

    static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(TABLES.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OfferedPlan plan(String name) {
        return Objects.requireNonNull(plans.get(name), name);
    }

    List<OfferedPlan> in(int area) {
        return plans.values().stream().filter(plan -> plan.rates().area() == area).toList();
    }

    String name(OfferedPlan plan) {
        return plan.name();
    }

    static Buyers buyers(String effective, String people, String contribution, String wanted) {
        List<Buyer> read = new ArrayList<>();
        for (String person : people.split("\\|")) {
            read.add(buyer(person.strip()));
        }
        LocalDate day = LocalDate.parse(effective);
        return new Buyers(day.getYear(), day, read, money(contribution), money(wanted));
    }

    List<Choice> choices(String written) {
        List<Choice> choices = new ArrayList<>();
        for (String choice : written.split("\\|")) {
            String[] parts = choice.strip().split(":");
            choices.add(new Choice(plan(parts[0]), List.of(parts[1].split(" "))));
        }
        return choices;
    }

    private static @Nullable Money money(String written) {
        return written.isEmpty() ? null : Money.of(written);
    }

    private static Buyer buyer(String written) {
        List<String> words = Arrays.asList(written.split(" "));
        CostSharing sharing =
                words.stream()
                        .filter(word -> word.startsWith("cs:"))
                        .map(word -> CostSharing.valueOf(word.substring(3)))
                        .findFirst()
                        .orElse(CostSharing.NONE);
        return new Buyer(
                words.get(0), LocalDate.parse(words.get(1)), words.contains("tobacco"), words.contains("credit"), sharing,
                words.contains("hardship"));
    }

    private static OfferedPlan plan(String name, int number, NamedCsvRecord row) {
        Set<CostSharing> variants = EnumSet.noneOf(CostSharing.class);
        for (CostSharing sharing : CostSharing.values()) {
            if (row.getField("variants").contains(sharing.variant())) {
                variants.add(sharing);
            }
        }
        Offering offering =
                switch (row.getField("offering")) {
                    case "children only" -> Offering.CHILDREN_ONLY;
                    case "with an adult" -> Offering.WITH_AN_ADULT;
                    default -> Offering.EVERYBODY;
                };
        return new OfferedPlan(
                new PlanId(String.format(Locale.ROOT, "99901MN%07d", number)),
                name,
                "Made-up Health",
                Objects.requireNonNull(Metal.of(row.getField("metal"))),
                offering,
                Share.of(new BigDecimal(row.getField("essential"))),
                variants,
                sheet(Integer.parseInt(row.getField("area")), row),
                row.getField("withdrawn").equals("yes"),
                null);
    }

    private static RateSheet sheet(int area, NamedCsvRecord row) {
        BigDecimal base = new BigDecimal(row.getField("at21"));
        BigDecimal tobacco = new BigDecimal(row.getField("tobacco"));
        int[] plain = new int[RateSheet.BANDS];
        int[] withTobacco = new int[RateSheet.BANDS];
        for (int band = 0; band < RateSheet.BANDS; band++) {
            String name = RateSheet.bands().get(band);
            BigDecimal factor = Objects.requireNonNull(CURVE.get(name));
            if (row.getField("curve").equals("federal") && FEDERAL_CHILDREN.containsKey(name)) {
                factor = new BigDecimal(FEDERAL_CHILDREN.get(name));
            }
            plain[band] = cents(base.multiply(factor));
            withTobacco[band] = cents(base.multiply(factor).multiply(tobacco));
        }
        return new RateSheet(area, plain, tobacco.compareTo(BigDecimal.ONE) == 0 ? null : withTobacco);
    }

    private static int cents(BigDecimal dollars) {
        return dollars.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
