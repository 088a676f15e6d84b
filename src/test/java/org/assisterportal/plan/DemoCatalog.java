package org.assisterportal.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.assisterportal.plan.DemoDesigns.Design;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the demo catalog under examples/plans: carriers that don't exist, plausible prices, the same files every time. Run it
 * with plan years to write their files anew.
 */
final class DemoCatalog {
    static final Path FOLDER = Path.of("examples/plans");
    private static final BigDecimal SILVER_AT_21 = new BigDecimal("352.00");
    private static final double[] AREA = {0, 1.27, 1.06, 1.15, 1.10, 1.08, 1.05, 1.02, 0.92, 1.12};
    private static final int FIRST_TREND_YEAR = 2026;

    private final int year;
    private final Map<String, BigDecimal> curve;
    private final Map<String, List<String[]>> counties = new TreeMap<>();
    private final Map<PlanSheet, List<List<String>>> files = new EnumMap<>(PlanSheet.class);

    /**
     * A carrier.
     *
     * @param trend price rise into the next year
     * @param areas the rating areas in which it sells
     */
    private record Carrier(
            String id, String name, String type, double level, String tobacco, String essential, double trend, List<Integer> areas,
            boolean dental) {}

    private static final List<Carrier> CARRIERS =
            List.of(
                    new Carrier("99101", "Northwoods Health", "PPO", 1.00, "1.15", "1.0", 1.081, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), false),
                    new Carrier("99102", "Lakeshore Care", "HMO", 0.94, "1", "0.9965", 1.064, List.of(7, 8), false),
                    new Carrier("99103", "Prairie Community Health", "HMO", 0.97, "1.2", "0.998", 1.055, List.of(3, 4, 5, 6), false),
                    new Carrier("99104", "Blue Heron Mutual", "EPO", 1.03, "1.1", "1.0", 1.092, List.of(1, 2, 3, 5, 6, 7, 8), false),
                    new Carrier("99105", "Rivertown Health Plan", "HMO", 0.93, "1.25", "0.9942", 1.049, List.of(1), false),
                    new Carrier("99106", "Arrowhead Cooperative", "PPO", 0.98, "1", "1.0", 1.071, List.of(2, 7), false),
                    new Carrier("99107", "Loon Dental", "PPO", 1.00, "1", "0.62", 1.03, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), true),
                    new Carrier("99108", "Gopher Smiles", "HMO", 0.88, "1", "1.0", 1.025, List.of(1, 3, 8), true));

    private DemoCatalog(int year, Map<String, BigDecimal> curve) throws IOException {
        this.year = year;
        this.curve = curve;
        for (String line : Files.readAllLines(FOLDER.resolve("places/counties.csv"))) {
            String[] cells = line.split(",");
            counties.computeIfAbsent(cells[2].replace("Rating Area ", ""), any -> new ArrayList<>()).add(cells);
        }
    }

    public static void main(String[] years) throws IOException {
        for (String year : years) {
            Path folder = Files.createDirectories(FOLDER.resolve(year));
            for (Map.Entry<String, String> file : of(Integer.parseInt(year)).made().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    static DemoCatalog of(int year) throws IOException {
        JsonNode rules = JsonMapper.shared().readTree(Path.of("src/main/resources/plan", year + ".json").toFile());
        Map<String, BigDecimal> curve = new TreeMap<>();
        rules.get("ageCurve").get("factors").properties().forEach(entry -> curve.put(entry.getKey(), entry.getValue().decimalValue()));
        return new DemoCatalog(year, curve);
    }

    /** Each file's text, by its name. */
    Map<String, String> made() throws IOException {
        for (PlanSheet sheet : PlanSheet.values()) {
            rows(sheet).add(sheet.headings());
        }
        for (Carrier carrier : CARRIERS) {
            carrier(carrier);
        }
        Map<String, String> made = new LinkedHashMap<>();
        files.forEach((sheet, rows) -> made.put(sheet.file(), text(rows)));
        return made;
    }

    private void carrier(Carrier carrier) throws IOException {
        String state = carrier.id() + ",";
        row(PlanSheet.NETWORK, start(state), carrier.name() + (carrier.dental() ? " dentists" : " network"), carrier.id() + "N001",
                "https://example.org/" + carrier.id() + "/network", "Individual", carrier.dental() ? "Yes" : "No");
        String area = carrier.id() + "S001";
        serviceArea(carrier, area, carrier.areas());
        String narrow = carrier.id() + "S002";
        List<Integer> without9 = carrier.areas().stream().filter(number -> number != 9).toList();
        if (without9.size() < carrier.areas().size()) {
            serviceArea(carrier, narrow, without9);
        }
        int number = 0;
        for (Design design : DemoDesigns.of(carrier.dental(), year)) {
            number++;
            // One carrier alone sells in area 9, and one silver plan: there it is its own benchmark.
            boolean onlyElsewhere = carrier.areas().contains(9) && design.metal().equals("Silver") && !design.name().equals("Silver Choice");
            if (!sold(carrier, design)) {
                continue;
            }
            plan(carrier, design, number, onlyElsewhere ? narrow : area, onlyElsewhere ? without9 : carrier.areas());
        }
    }

    /** Regional carriers sell fewer plans. */
    private boolean sold(Carrier carrier, Design design) {
        boolean regional = carrier.areas().size() < 2;
        return DemoDesigns.sold(design, year) && !(regional && design.everywhereOnly());
    }

    private void serviceArea(Carrier carrier, String code, List<Integer> areas) throws IOException {
        boolean whole = areas.size() == 9;
        if (whole) {
            row(PlanSheet.SERVICE_AREA, start(carrier.id() + ","), code, carrier.name() + " area", "Yes", "", "", "", "", "Individual",
                    carrier.dental() ? "Yes" : "No");
            return;
        }
        for (int area : areas) {
            for (String[] county : counties.getOrDefault(String.valueOf(area), List.of())) {
                // Rivertown sells only in a part of Goodhue county.
                boolean part = carrier.id().equals("99105") && county[1].equals("Goodhue");
                row(PlanSheet.SERVICE_AREA, start(carrier.id() + ","), code, carrier.name() + " area", "No", county[0], part ? "Yes" : "No",
                        part ? "55009, 55946, 55963, 55992" : "", part ? "Made up" : "", "Individual", carrier.dental() ? "Yes" : "No");
            }
        }
    }

    private void plan(Carrier carrier, Design design, int number, String area, List<Integer> areas) {
        String id = carrier.id() + "MN" + String.format(java.util.Locale.ROOT, "001%04d", number);
        String name = carrier.name() + " " + design.name();
        row(PlanSheet.BUSINESS_RULES, start(carrier.id() + ","), id.substring(0, 10), id,
                "A different rate (specifically for parties of two or more)for each enrollee is added together", "3", "3", "26", "3", "Yes", "Yes",
                "Age on effective date", carrier.tobacco().equals("1") ? "Not Applicable" : "6", "Yes", "Individual", carrier.dental() ? "Yes" : "No");
        for (String variant : design.variants()) {
            DemoDesigns.Variant terms = design.variant(variant);
            List<String> cells = new ArrayList<>(List.of(start(carrier.id() + ",").split(",")));
            cells.addAll(terms.attributes(carrier.id(), carrier.name(), id, name, carrier.type(), area, carrier.essential()));
            rows(PlanSheet.PLAN_ATTRIBUTES).add(cells);
            for (List<String> benefit : terms.benefits()) {
                List<String> line = new ArrayList<>(List.of(start(carrier.id() + ",").split(",")));
                line.add(id);
                line.add(id + "-" + variant);
                line.addAll(benefit);
                rows(PlanSheet.BENEFITS).add(line);
            }
        }
        for (int ratingArea : areas) {
            rates(carrier, design, id, ratingArea);
        }
    }

    private void rates(Carrier carrier, Design design, String id, int area) {
        double trend = year == FIRST_TREND_YEAR ? 1 : carrier.trend();
        BigDecimal at21 =
                SILVER_AT_21
                        .multiply(BigDecimal.valueOf(design.price() * carrier.level() * (carrier.dental() ? 1 : AREA[area]) * trend))
                        .add(BigDecimal.valueOf(lot(id), 2))
                        .setScale(2, RoundingMode.HALF_UP);
        String[] first = start("").split(",");
        for (String band : RateSheet.bands()) {
            BigDecimal factor = carrier.dental() ? DemoDesigns.dentalFactor(band) : curve.get(band);
            BigDecimal price = at21.multiply(factor).setScale(2, RoundingMode.HALF_UP);
            boolean minor = !band.equals("64 and over") && Integer.parseInt(band.replace("0-14", "14")) < 21;
            BigDecimal tobacco = minor ? price : price.multiply(new BigDecimal(carrier.tobacco())).setScale(2, RoundingMode.HALF_UP);
            boolean asks = !carrier.tobacco().equals("1");
            rows(PlanSheet.RATE)
                    .add(
                            List.of(
                                    first[0], first[1], id, "Rating Area " + area, year + "-01-01", year + "-12-31",
                                    asks ? "Tobacco User/Non-Tobacco User" : "No Preference", band, price.toPlainString(),
                                    asks ? tobacco.toPlainString() : ""));
        }
    }

    /** A few dollars up or down, always the same for a plan. */
    private static long lot(String id) {
        CRC32 sum = new CRC32();
        sum.update(id.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return sum.getValue() % 1400 - 700;
    }

    private String start(String issuer) {
        return year + ",MN," + issuer;
    }

    private void row(PlanSheet sheet, String start, String... cells) {
        List<String> row = new ArrayList<>(List.of(start.split(",")));
        row.addAll(List.of(cells));
        rows(sheet).add(row);
    }

    private List<List<String>> rows(PlanSheet sheet) {
        return files.computeIfAbsent(sheet, any -> new ArrayList<>());
    }

    private static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean quoted = cell.contains(",") || cell.contains("\"");
                text.append(i == 0 ? "" : ",").append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
