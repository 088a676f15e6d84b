package org.assisterportal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the made-up plans cover and cost their members. */
final class DemoDesigns {
    private DemoDesigns() {}

    /**
     * One plan's terms; its place in the list is the number in its id, the same in each year. {@code deductible} and {@code most} in dollars a person, {@code share} percent of the cost.
     *
     * @param price against a silver plan
     * @param copays for a visit, a specialist, a generic and a brand drug; empty where all is after the deductible
     * @param everywhereOnly not sold by the smallest carriers
     */
    record Design(
            String name, String metal, double price, int deductible, int most, int share, int[] copays, boolean savings, boolean everywhereOnly) {

        List<String> variants() {
            return switch (metal) {
                case "Silver" -> List.of("01", "02", "03", "04", "05", "06");
                case "Catastrophic", "High", "Low" -> List.of("01");
                default -> List.of("01", "02", "03");
            };
        }

        Variant variant(String number) {
            return switch (number) {
                case "02" -> new Variant(this, number, 0, 0, 0, new int[] {0, 0, 0, 0}, "Zero Cost Sharing Plan Variation");
                case "03" -> new Variant(this, number, deductible, most, share, copays, "Limited Cost Sharing Plan Variation");
                case "04" -> less(number, 0.8, Math.min(most, 8450), share, 0.9, "73% AV Level Silver Plan");
                case "05" -> less(number, 0.2, 3350, Math.min(share, 15), 0.5, "87% AV Level Silver Plan");
                case "06" -> less(number, 0.03, 1950, Math.min(share, 10), 0.2, "94% AV Level Silver Plan");
                default -> new Variant(this, number, deductible, most, share, copays, "Standard " + metal + " On Exchange Plan");
            };
        }

        private Variant less(String number, double part, int limit, int percent, double copay, String type) {
            int[] lower = new int[copays.length];
            for (int i = 0; i < lower.length; i++) {
                lower[i] = (int) Math.round(copays[i] * copay / 5) * 5;
            }
            int reduced = Math.min((int) Math.round(deductible * part / 50) * 50, limit);
            return new Variant(this, number, reduced, limit, percent, lower, type);
        }
    }

    static List<Design> of(boolean dental, int year) {
        if (dental) {
            return List.of(
                    new Design("Family Basic", "Low", 0.068, 75, 400, 40, new int[] {}, false, false),
                    new Design("Family Plus", "High", 0.102, 50, 400, 20, new int[] {}, false, false),
                    new Design("Kids", "High", 0.081, 25, 400, 20, new int[] {}, false, false),
                    new Design("Value", "Low", 0.055, 100, 400, 50, new int[] {}, false, true));
        }
        int most = year == 2026 ? 10600 : 12000;
        List<Design> designs = new ArrayList<>();
        designs.add(new Design("Safety Net", "Catastrophic", 0.57, most, most, 0, new int[] {}, false, true));
        designs.add(new Design("Bronze Essential", "Bronze", 0.70, 9200, most, 50, new int[] {70, 120, 30, 150}, false, false));
        designs.add(new Design("Bronze Saver", "Expanded Bronze", 0.75, 7200, 8300, 20, new int[] {}, true, false));
        designs.add(new Design("Bronze Copay", "Expanded Bronze", 0.78, 7900, most - 400, 40, new int[] {45, 95, 20, 100}, false, true));
        designs.add(new Design("Silver Choice", "Silver", 0.97, 5200, 9400, 30, new int[] {40, 85, 15, 70}, false, false));
        designs.add(new Design("Silver Balance", "Silver", 1.00, 4100, 8900, 30, new int[] {35, 75, 15, 60}, false, false));
        designs.add(new Design("Silver Saver", "Silver", 1.03, 3600, 7600, 20, new int[] {}, true, false));
        designs.add(new Design("Silver Low Deductible", "Silver", 1.07, 2300, 9200, 40, new int[] {30, 65, 10, 60}, false, true));
        designs.add(new Design("Gold Care", "Gold", 1.12, 1500, 8200, 20, new int[] {25, 55, 10, 50}, false, false));
        designs.add(new Design("Gold Zero", "Gold", 1.21, 0, 7900, 25, new int[] {25, 60, 10, 55}, false, true));
        designs.add(new Design("Platinum", "Platinum", 1.44, 0, 4200, 10, new int[] {10, 30, 5, 30}, false, true));
        designs.add(new Design("Gold Saver", "Gold", 1.09, 2000, 6500, 10, new int[] {}, true, false));
        return designs;
    }

    /** One plan ends with 2026 and one begins with 2027; the number of the one is never that of another. */
    static boolean sold(Design design, int year) {
        return !design.name().equals(year == 2026 ? "Gold Saver" : "Silver Low Deductible");
    }

    static BigDecimal dentalFactor(String band) {
        int age = band.equals("0-14") ? 14 : band.equals("64 and over") ? 64 : Integer.parseInt(band);
        return new BigDecimal(age < 19 ? "0.94" : age < 21 ? "0.98" : "1.00");
    }

    /** A cost-sharing variant of a design. */
    record Variant(Design design, String number, int deductible, int most, int share, int[] copays, String type) {

        private boolean dental() {
            return design.metal().equals("High") || design.metal().equals("Low");
        }

        List<String> attributes(String issuer, String carrier, String id, String name, String plan, String area, String essential) {
            List<String> cells = new ArrayList<>();
            cells.addAll(List.of(carrier + " (made up)", "Individual", dental() ? "Yes" : "No", id, name, id.substring(0, 10), issuer + "N001", area));
            cells.addAll(List.of(dental() ? "" : issuer + "F001", "Existing", plan, design.metal(), "Not Applicable", "On the Exchange"));
            cells.addAll(List.of(plan.equals("HMO") ? "Yes" : "No", "Allows Adult and Child-Only"));
            cells.addAll(dental() ? List.of("", essential) : List.of(essential, "0"));
            cells.addAll(List.of("", "", dental() ? "" : "https://example.org/" + issuer + "/drugs", id + "-" + number, type, ""));
            cells.addAll(dental() ? List.of("", "") : List.of("Yes", "Yes"));
            List<String> none = List.of("Not Applicable", "per person not applicable", "per group not applicable");
            List<String> own = List.of(dollars(most), "$" + most + " per person", "$" + 2 * most + " per group");
            cells.addAll(dental() ? own : none);
            cells.addAll(dental() ? none : own);
            List<String> deductibles = List.of(dollars(deductible), "$" + deductible + " per person", "$" + 2 * deductible + " per group");
            cells.addAll(dental() ? deductibles : none);
            cells.addAll(none);
            cells.addAll(dental() ? none : deductibles);
            boolean outside = plan.equals("PPO") && !dental();
            cells.addAll(outside ? List.of(dollars(2 * deductible + 2000), dollars(2 * most + 10000)) : List.of("Not Applicable", "Not Applicable"));
            cells.add(design.savings() ? "Yes" : "No");
            cells.addAll(List.of("https://example.org/" + id + "-" + number + ".pdf", "https://example.org/" + id));
            return cells;
        }

        private static String dollars(int amount) {
            return String.format(Locale.US, "$%,d", amount);
        }

        List<List<String>> benefits() {
            return dental() ? DemoBenefits.dental(share) : DemoBenefits.medical(this);
        }
    }
}
