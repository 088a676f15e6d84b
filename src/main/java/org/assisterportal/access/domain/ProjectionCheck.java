package org.assisterportal.access.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code --check-projection}: judges everybody again, writes what differs, says whose rows did, and stops; exit 1 if any. */
@Component
class ProjectionCheck implements ApplicationRunner {
    private static final int BATCH = 500;

    private final RosterRecords rosters;
    private final Projection projection;
    private final AccessChanges changes;
    private final TransactionTemplate transactions;
    private final ConfigurableApplicationContext context;

    ProjectionCheck(
            RosterRecords rosters, Projection projection, AccessChanges changes, TransactionTemplate transactions,
            ConfigurableApplicationContext context) {
        this.rosters = rosters;
        this.projection = projection;
        this.changes = changes;
        this.transactions = transactions;
        this.context = context;
    }

    /** What was found; each difference is a person's id with the row before and after. */
    record Found(int people, List<String> differences) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption("check-projection")) {
            return;
        }
        Found found = check();
        found.differences().forEach(System.out::println);
        System.out.println(found.people() + " people judged, " + found.differences().size() + " rows differed and were written again");
        System.exit(SpringApplication.exit(context, () -> found.differences().isEmpty() ? 0 : 1));
    }

    Found check() {
        List<String> differences = new ArrayList<>();
        int people = 0;
        @Nullable PersonId last = null;
        List<PersonId> batch;
        do {
            @Nullable PersonId after = last;
            batch = Objects.requireNonNull(transactions.execute(status -> again(after, differences)));
            people += batch.size();
            last = batch.isEmpty() ? null : batch.getLast();
        } while (batch.size() == BATCH);
        return new Found(people, differences);
    }

    private List<PersonId> again(@Nullable PersonId after, List<String> differences) {
        List<PersonId> batch = rosters.after(after, BATCH);
        projection.lock(batch);
        Map<PersonId, String> before = projection.written(batch);
        changes.refresh(batch);
        projection.written(batch)
                .forEach(
                        (person, row) -> {
                            String was = before.getOrDefault(person, "no row");
                            if (!was.equals(row)) {
                                differences.add(person.value() + ": " + was + " -> " + row);
                            }
                        });
        return batch;
    }
}
