package bench;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assisterportal.AssisterPortal;
import org.assisterportal.eligibility.Money;
import org.assisterportal.embedded.EmbeddedPostgres;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Estimates;
import org.assisterportal.plan.FileSource;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.Place;
import org.assisterportal.plan.PlanCard;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.assisterportal.plan.Shelf;
import org.assisterportal.plan.Use;
import org.assisterportal.plan.YearlyCosts;
import org.assisterportal.shared.Actor;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Import against COPY, and pricing, in one process with its own PostgreSQL. Argument: a folder for data and files. */
public final class PlanBench {
    private static final int PLANS = 4_800;
    private static final int ROUNDS = 5_000;
    private static final int WARM_UP = 5_000;
    private static final int SHOWN = 150;
    private static boolean missed;

    private PlanBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path copied = folder.resolve("copied.txt");
        ManyPlans.write(folder.resolve("files"), copied, PLANS);
        try (ConfigurableApplicationContext product =
                SpringApplication.run(
                        AssisterPortal.class,
                        "--spring.profiles.active=embedded", "--server.port=0", "--assisterportal.mail.deliver=false",
                        "--assisterportal.embedded.folder=" + folder.resolve("data"))) {
            pricing(product);
            imports(product, folder, copied);
        }
        System.exit(missed ? 1 : 0);
    }

    private static void imports(ConfigurableApplicationContext product, Path folder, Path copied) throws Exception {
        Catalogs catalogs = product.getBean(Catalogs.class);
        long rows = (long) PLANS * ManyPlans.AREAS * org.assisterportal.plan.RateSheet.BANDS;
        double copy = copy(product.getBean(EmbeddedPostgres.class), copied);
        System.gc();
        long before = used();
        long start = System.nanoTime();
        ImportReport report = catalogs.load(2026, FileSource.in(List.of(folder.resolve("files"), Path.of("examples/plans/places"))), Actor.SYSTEM);
        double took = (System.nanoTime() - start) / 1e9;
        if (!report.isRight()) {
            throw new IllegalStateException(report.problems().getFirst().toString());
        }
        print("import_rows_per_s", rows / took, "/s", "");
        print("copy_rows_per_s", rows / copy, "/s", "");
        atMost("import_ratio", took / copy, "", 2);
        atMost("import_heap_growth_mib", (peak() - before) / 1048576.0, "MiB", 64);
    }

    /** Into a table with a key of the same columns, in one transaction, with what the import checks left out. */
    private static double copy(EmbeddedPostgres database, Path copied) throws Exception {
        try (Connection owner = DriverManager.getConnection(database.url(), "postgres", database.password("postgres"));
                Statement statement = owner.createStatement();
                InputStream rows = Files.newInputStream(copied)) {
            statement.execute(
                    "CREATE TABLE bench_rate (catalog integer, plan text, area smallint, age text, price integer, tobacco integer,"
                            + " PRIMARY KEY (catalog, plan, area, age))");
            long start = System.nanoTime();
            owner.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_rate FROM STDIN", rows, 1 << 16);
            double took = (System.nanoTime() - start) / 1e9;
            statement.execute("DROP TABLE bench_rate");
            return took;
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was left after a collection. */
    private static long peak() {
        System.gc();
        long most = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                most += Math.max(pool.getCollectionUsage().getUsed(), 0);
            }
        }
        return most;
    }

    private static void pricing(ConfigurableApplicationContext product) throws Exception {
        Catalogs catalogs = product.getBean(Catalogs.class);
        Integer catalog = catalogs.load(2026, FileSource.in(List.of(Path.of("examples/plans/2026"), Path.of("examples/plans/places"))), Actor.SYSTEM).catalog();
        catalogs.publish(catalog, Actor.SYSTEM);
        Plans plans = product.getBean(Plans.class);
        Place place = plans.places(2026, "55401").getFirst();
        Shelf shelf = plans.shelf(2026, place).orElseThrow();
        List<PlanCard> cards = new ArrayList<>();
        while (cards.size() < SHOWN) {
            cards.addAll(shelf.cards());
        }
        Shelf many = new Shelf(2026, 1, place, cards.subList(0, SHOWN));
        measure("price_150_p95_ms", product, many, 1, 45, 43, 17, 14, 9, 3);
        measure("price_family_of_4_p95_ms", product, shelf, 1, 41, 39, 12, 8);
    }

    /** Everything that a page of plans needs: prices with credit, variants and the estimated yearly cost. */
    private static void measure(String name, ConfigurableApplicationContext product, Shelf shelf, double aim, int... ages) {
        Pricing pricing = product.getBean(Pricing.class);
        YearlyCosts costs = product.getBean(YearlyCosts.class);
        List<Estimates.Guest> guests = new ArrayList<>();
        for (int age : ages) {
            guests.add(new Estimates.Guest(String.valueOf(guests.size()), age, age > 40));
        }
        Buyers buyers =
                product.getBean(Estimates.class)
                        .estimate(new Estimates.Told(2026, LocalDate.of(2026, 1, 1), guests, true, ages.length, Money.dollars(110_000)))
                        .buyers();
        List<Integer> all = Arrays.stream(ages).boxed().toList();
        double[] took = new double[ROUNDS];
        long sum = 0;
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long start = System.nanoTime();
            List<Quote> quotes = pricing.each(shelf.plans(), buyers);
            for (int j = 0; j < quotes.size(); j++) {
                Price price = quotes.get(j).prices().getFirst();
                sum += costs.outOfPocket(shelf.cards().get(j).terms(price.variant()), all, Use.MEDIUM).cents() + price.net().cents();
            }
            if (i >= WARM_UP) {
                took[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        print(name + "_median", took[ROUNDS / 2], "ms", "sum " + sum % 1000);
        atMost(name, took[ROUNDS * 95 / 100], "ms", aim);
    }

    private static void atMost(String name, double value, String unit, double aim) {
        missed |= value > aim;
        print(name, value, unit, "aim ≤ " + aim);
    }

    private static void print(String name, double value, String unit, String aim) {
        System.out.printf(Locale.ROOT, "%s = %.3f %s (%s)%n", name, value, unit, aim);
    }
}
