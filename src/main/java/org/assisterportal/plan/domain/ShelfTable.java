package org.assisterportal.plan.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Benefit;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.plan.Offering;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.PlanId;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.RateSheet;
import org.assisterportal.plan.Care;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.plan.Share;
import org.assisterportal.plan.Shelf;
import org.assisterportal.plan.Terms;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Published plans by place. A catalog's rows never change, so what was read of one is kept in memory. */
@Component
class ShelfTable implements Plans {
    private static final int MOST_KEPT = 60;
    private static final int MOST_BENEFITS = 400;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<EnumMap<Care, ServiceCost>> SERVICES = new TypeReference<>() {};

    private final YearShelf years;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<InArea, List<Stored>> kept = new ConcurrentHashMap<>();

    /** The plans of a catalog that have prices in a rating area. */
    private record InArea(int catalog, int area) {}

    private record Stored(PlanCard card, String serviceArea) {}

    private record Published(int id, int number) {}

    ShelfTable(YearShelf years, JdbcClient jdbc, Clock clock) {
        this.years = years;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> planYears() {
        return jdbc.sql("SELECT plan_year FROM plan.catalog WHERE state = 'PUBLISHED' ORDER BY plan_year").query(Integer.class).list().stream()
                .filter(years.planYears()::contains)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> places(int planYear, String zip) {
        return jdbc.sql(
                        """
                        SELECT z.zip, y.fips, y.name, y.rating_area
                          FROM plan.catalog c
                          JOIN plan.zip z ON z.catalog = c.id
                          JOIN plan.county y ON y.catalog = c.id AND y.fips = z.fips
                         WHERE c.plan_year = :year AND c.state = 'PUBLISHED' AND z.zip = :zip
                         ORDER BY y.name
                        """)
                .param("year", planYear)
                .param("zip", zip)
                .query((row, number) -> new Place(row.getString("zip"), row.getString("fips"), row.getString("name"), row.getInt("rating_area")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Shelf> shelf(int planYear, Place place) {
        Published published = published(planYear).orElse(null);
        if (published == null) {
            return Optional.empty();
        }
        List<Stored> stored = inArea(published.id(), place);
        Set<String> areas = new HashSet<>(serviceAreas(published.id(), place));
        Map<String, LocalDate> withdrawn = withdrawn(planYear);
        LocalDate first = LocalDate.of(planYear, 1, 1);
        List<PlanCard> cards =
                stored.stream()
                        .filter(one -> areas.contains(one.serviceArea()))
                        .map(Stored::card)
                        // Withdrawn before the year begins, a plan is never sold in it.
                        .filter(card -> withdrawn.getOrDefault(card.plan().id().value(), LocalDate.MAX).isAfter(first))
                        .toList();
        return Optional.of(new Shelf(planYear, published.number(), place, cards).without(withdrawn, Minnesota.today(clock)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlanCard> card(int planYear, int version, Place place, PlanId plan) {
        return jdbc.sql("SELECT id FROM plan.catalog WHERE plan_year = :year AND number = :number AND state <> 'LOADED'")
                .param("year", planYear)
                .param("number", version)
                .query(Integer.class)
                .optional()
                .flatMap(id -> inArea(id, place).stream().map(Stored::card).filter(card -> card.plan().id().equals(plan)).findFirst());
    }

    private List<Stored> inArea(int catalog, Place place) {
        InArea key = new InArea(catalog, place.ratingArea());
        List<Stored> stored = kept.get(key);
        if (stored == null) {
            stored = read(key);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, stored);
        }
        return stored;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Benefit> benefits(int planYear, PlanId plan, CostSharing variant) {
        return jdbc.sql(
                        """
                        SELECT b.* FROM plan.benefit b JOIN plan.catalog c ON c.id = b.catalog
                         WHERE c.plan_year = :year AND c.state = 'PUBLISHED' AND b.plan = :plan AND b.variant = :variant
                         ORDER BY b.place LIMIT :most
                        """)
                .param("year", planYear)
                .param("plan", plan.value())
                .param("variant", variant.variant())
                .param("most", MOST_BENEFITS)
                .query(
                        (row, number) ->
                                new Benefit(
                                        row.getString("name"), row.getBoolean("covered"), row.getBoolean("essential"), row.getString("copay"),
                                        row.getString("coinsurance"), row.getString("copay_outside"), row.getString("coinsurance_outside"),
                                        row.getString("limit_quantity"), row.getString("limit_unit"), row.getString("exclusions"),
                                        row.getString("explanation")))
                .list();
    }

    private Optional<Published> published(int planYear) {
        return jdbc.sql("SELECT id, number FROM plan.catalog WHERE plan_year = :year AND state = 'PUBLISHED'")
                .param("year", planYear)
                .query((row, number) -> new Published(row.getInt("id"), row.getInt("number")))
                .optional();
    }

    private List<String> serviceAreas(int catalog, Place place) {
        return jdbc.sql(
                        """
                        SELECT issuer || code FROM plan.service_area
                         WHERE catalog = :catalog AND fips IN ('*', :fips) AND (zips IS NULL OR :zip = ANY (zips))
                        """)
                .param("catalog", catalog)
                .param("fips", place.fips())
                .param("zip", place.zip())
                .query(String.class)
                .list();
    }

    private Map<String, LocalDate> withdrawn(int planYear) {
        Map<String, LocalDate> found = new HashMap<>();
        jdbc.sql("SELECT plan, from_day FROM plan.withdrawal WHERE plan_year = :year")
                .param("year", planYear)
                .query(row -> {
                    found.put(row.getString("plan"), row.getObject("from_day", LocalDate.class));
                });
        return found;
    }

    private List<Stored> read(InArea key) {
        Map<String, Map<CostSharing, Terms>> terms = terms(key);
        return jdbc.sql(
                        """
                        SELECT p.*, r.plain, r.tobacco FROM plan.rate r JOIN plan.plan p ON p.catalog = r.catalog AND p.id = r.plan
                         WHERE r.catalog = :catalog AND r.area = :area ORDER BY p.id
                        """)
                .param("catalog", key.catalog())
                .param("area", key.area())
                .query((row, number) -> stored(row, key.area(), terms.getOrDefault(row.getString("id"), Map.of())))
                .list();
    }

    private Map<String, Map<CostSharing, Terms>> terms(InArea key) {
        Map<String, Map<CostSharing, Terms>> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT v.* FROM plan.variant v JOIN plan.rate r ON r.catalog = v.catalog AND r.plan = v.plan
                         WHERE r.catalog = :catalog AND r.area = :area
                        """)
                .param("catalog", key.catalog())
                .param("area", key.area())
                .query(
                        row -> {
                            found.computeIfAbsent(row.getString("plan"), any -> new EnumMap<>(CostSharing.class))
                                    .put(variant(row.getString("variant")), terms(row));
                        });
        return found;
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                money(row, "deductible"), money(row, "family_deductible"), money(row, "drug_deductible"), money(row, "family_drug_deductible"),
                money(row, "out_of_pocket"), money(row, "family_out_of_pocket"), JSON.readValue(row.getString("services"), SERVICES));
    }

    private static Stored stored(ResultSet row, int area, Map<CostSharing, Terms> terms) throws SQLException {
        OfferedPlan plan =
                new OfferedPlan(
                        new PlanId(row.getString("id")), row.getString("name"), row.getString("issuer_name"), Metal.valueOf(row.getString("metal")),
                        Offering.valueOf(row.getString("offering")), new Share(row.getInt("essential")), terms.keySet(),
                        new RateSheet(area, numbers(row.getArray("plain")), row.getArray("tobacco") == null ? null : numbers(row.getArray("tobacco"))),
                        false, null);
        PlanCard card =
                new PlanCard(
                        plan, row.getString("type"), row.getBoolean("savings_account"), row.getBoolean("referral"), row.getBoolean("new_plan"),
                        row.getString("summary_address"), row.getString("brochure_address"), row.getString("drugs_address"), terms);
        return new Stored(card, row.getString("issuer") + row.getString("service_area"));
    }

    private static int[] numbers(Array array) throws SQLException {
        Integer[] boxed = (Integer[]) array.getArray();
        int[] numbers = new int[boxed.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = boxed[i];
        }
        return numbers;
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        int cents = row.getInt(column);
        return row.wasNull() ? null : new Money(cents);
    }

    private static CostSharing variant(String number) {
        for (CostSharing sharing : CostSharing.values()) {
            if (sharing.variant().equals(number)) {
                return sharing;
            }
        }
        throw new IllegalStateException(number);
    }
}
