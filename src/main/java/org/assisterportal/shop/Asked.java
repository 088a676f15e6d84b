package org.assisterportal.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Estimates.Guest;
import org.assisterportal.plan.Estimates.Told;
import org.assisterportal.plan.Use;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor told and how they want the list, as typed; never null, never kept.
 *
 * @param ages one a person, some empty
 * @param tobacco places in that list, from 0
 */
record Asked(
        String year,
        String zip,
        String county,
        List<String> ages,
        Set<String> tobacco,
        String married,
        String size,
        String income,
        String use,
        String kind,
        Set<String> metals,
        String carrier,
        String savings,
        String most,
        String everybody,
        String sort,
        String page,
        List<String> compare,
        String plan) {
    static final int MOST_PEOPLE = 8;
    private static final int OLDEST = 120;
    /** More than can be compared, so that the page may say so. */
    private static final int MOST_TICKED = 12;
    private static final int LARGEST_HOUSEHOLD = 12;
    /** More than that nobody types on purpose, and the rules refuse it. */
    private static final BigDecimal MOST_INCOME = new BigDecimal(10_000_000);

    /** As the rules of eligibility say it; they refuse younger ones. */
    private static final int YOUNGEST_SPOUSE = 18;

    Asked {
        year = tidy(year);
        zip = tidy(zip);
        county = tidy(county);
        ages = ages == null ? List.of() : ages.stream().limit(MOST_PEOPLE).map(Asked::tidy).toList();
        tobacco = tobacco == null ? Set.of() : Set.copyOf(tobacco);
        married = tidy(married);
        size = tidy(size);
        income = tidy(income).replace("$", "").replace(",", "").strip();
        use = tidy(use).isEmpty() ? Use.MEDIUM.name() : tidy(use).toUpperCase(Locale.ROOT);
        kind = tidy(kind).equals("dental") ? "dental" : "medical";
        metals = metals == null ? Set.of() : Set.copyOf(metals);
        carrier = tidy(carrier);
        savings = tidy(savings);
        most = tidy(most).replace("$", "").replace(",", "");
        everybody = tidy(everybody);
        sort = tidy(sort);
        page = tidy(page);
        compare = compare == null ? List.of() : compare.stream().filter(id -> id.length() <= 20).distinct().limit(MOST_TICKED).toList();
        plan = tidy(plan);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What is wrong, by field. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!zip.matches("\\d{5}(-\\d{4})?")) {
            problems.put("zip", "shop.zip.wrong");
        }
        boolean anybody = false;
        for (int i = 0; i < ages.size(); i++) {
            if (!ages.get(i).isEmpty()) {
                anybody = true;
                if (!ages.get(i).matches("\\d{1,3}") || Integer.parseInt(ages.get(i)) > OLDEST) {
                    problems.put("age-" + i, "shop.age.wrong");
                }
            }
        }
        if (!anybody) {
            problems.put("age-0", "shop.age.missing");
        }
        if (problems.isEmpty() && isMarried() && (tooYoung(age(0)) || tooYoung(age(1)))) {
            problems.put(tooYoung(age(0)) ? "age-0" : "age-1", "shop.married.wrong");
        }
        if (!income.isEmpty() && !income.matches("\\d{1,8}(\\.\\d{1,2})?")) {
            problems.put("income", "shop.income.wrong");
        } else if (!income.isEmpty() && new BigDecimal(income).compareTo(MOST_INCOME) > 0) {
            problems.put("income", "shop.income.most");
        }
        if (!size.isEmpty() && !(size.matches("\\d{1,2}") && Integer.parseInt(size) >= 1 && Integer.parseInt(size) <= LARGEST_HOUSEHOLD)) {
            problems.put("size", "shop.size.wrong");
        } else if (!size.isEmpty() && Integer.parseInt(size) < ages.stream().filter(age -> !age.isEmpty()).count()) {
            problems.put("size", "shop.size.fewer");
        }
        return problems;
    }

    private static boolean tooYoung(String age) {
        return age.isEmpty() || Integer.parseInt(age) < YOUNGEST_SPOUSE;
    }

    public String zip5() {
        return zip.substring(0, 5);
    }

    public String age(int place) {
        return place < ages.size() ? ages.get(place) : "";
    }

    public boolean smokes(int place) {
        return tobacco.contains(String.valueOf(place));
    }

    private boolean isMarried() {
        return married.equals("true");
    }

    public boolean dental() {
        return kind.equals("dental");
    }

    Use expected() {
        for (Use one : Use.values()) {
            if (one.name().equals(use)) {
                return one;
            }
        }
        return Use.MEDIUM;
    }

    int pageNumber() {
        return page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    /** The most to pay a month; null for any. */
    @Nullable Money limit() {
        return most.matches("\\d{1,6}(\\.\\d{1,2})?") ? Money.of(most) : null;
    }

    /** What is wrong in how the list is wished, by field. */
    Map<String, String> wrongWishes() {
        return most.isEmpty() || limit() != null ? Map.of() : Map.of("most", "shop.limit.wrong");
    }

    /** What is told of people: it goes from page to page in the browser, and in no address. */
    record Personal(
            String zip, String county, List<String> ages, Set<String> tobacco, String married, String size, String income, String use) {
        static final Personal NOTHING = new Personal("", "", List.of(), Set.of(), "", "", "", "");

        /** Of what a browser sends anything may be missing. */
        Personal {
            zip = tidy(zip);
            county = tidy(county);
            ages = ages == null ? List.of() : ages.stream().map(Asked::tidy).toList();
            tobacco = tobacco == null ? Set.of() : tobacco.stream().map(Asked::tidy).collect(Collectors.toSet());
            married = tidy(married);
            size = tidy(size);
            income = tidy(income);
            use = tidy(use);
        }
    }

    Personal personal() {
        return new Personal(zip, county, ages, tobacco, married, size, income, use);
    }

    Asked with(Personal told) {
        return new Asked(
                year, told.zip, told.county, told.ages, told.tobacco, told.married, told.size, told.income, told.use, kind, metals, carrier, savings, most,
                everybody, sort, page, compare, plan);
    }

    Asked inCounty(String fips) {
        return with(new Personal(zip, fips, ages, tobacco, married, size, income, use));
    }

    Asked using(String care) {
        return with(new Personal(zip, county, ages, tobacco, married, size, income, care));
    }

    /** Of right answers. */
    Told told(int planYear, LocalDate effective) {
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < ages.size(); i++) {
            if (!ages.get(i).isEmpty()) {
                guests.add(new Guest(String.valueOf(i + 1), Integer.parseInt(ages.get(i)), smokes(i)));
            }
        }
        int people = size.isEmpty() ? guests.size() : Math.max(Integer.parseInt(size), guests.size());
        Money yearly = income.isEmpty() ? null : Money.of(new BigDecimal(income));
        return new Told(planYear, effective, guests, isMarried(), people, yearly);
    }
}
