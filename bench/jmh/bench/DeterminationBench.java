package bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Eligibility.Determined;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.Household;
import org.assisterportal.eligibility.Immigration;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.PersonFacts;
import org.assisterportal.eligibility.Relation;
import org.assisterportal.eligibility.Taxes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Determines four-person households of many incomes through the bean that pages use, every explanation built. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class DeterminationBench {
    private static final int HOUSEHOLDS = 256;

    private AnnotationConfigApplicationContext context;
    private Eligibility eligibility;
    private Household[] households;
    private int next;

    @Setup
    public void start() {
        context = new AnnotationConfigApplicationContext();
        context.scan("org.assisterportal.eligibility");
        context.refresh();
        eligibility = context.getBean(Eligibility.class);
        households = new Household[HOUSEHOLDS];
        for (int i = 0; i < HOUSEHOLDS; i++) {
            households[i] = household(20_000 + 500 * i);
        }
    }

    @TearDown
    public void stop() {
        context.close();
    }

    @Benchmark
    public Determined determine() {
        next = next + 1 & HOUSEHOLDS - 1;
        return (Determined) eligibility.determine(households[next]);
    }

    private static Household household(int yearly) {
        List<Relation> relations = new ArrayList<>();
        relations.add(Relation.spouses("maria", "jose"));
        for (String child : List.of("ana", "luis")) {
            relations.add(Relation.parent("maria", child));
            relations.add(Relation.parent("jose", child));
        }
        return new Household(
                2026,
                LocalDate.of(2026, 3, 10),
                List.of(
                        PersonFacts.of("maria", LocalDate.of(1988, 4, 2))
                                .taxes(Taxes.of(Taxes.Filing.JOINT))
                                .income(IncomeKind.WAGES, Money.dollars(yearly * 2L / 3 / 26), Frequency.EVERY_TWO_WEEKS)
                                .build(),
                        PersonFacts.of("jose", LocalDate.of(1986, 11, 20))
                                .taxes(Taxes.of(Taxes.Filing.JOINT))
                                .immigration(Immigration.since(ImmigrationStatus.LAWFUL_PERMANENT_RESIDENT, LocalDate.of(2023, 5, 1)))
                                .income(IncomeKind.SELF_EMPLOYMENT, Money.dollars(yearly / 3), Frequency.YEARLY)
                                .build(),
                        PersonFacts.of("ana", LocalDate.of(2015, 6, 15)).taxes(Taxes.claimedBy("maria")).build(),
                        PersonFacts.of("luis", LocalDate.of(2025, 1, 5)).taxes(Taxes.claimedBy("maria")).build()),
                relations,
                List.of());
    }
}
