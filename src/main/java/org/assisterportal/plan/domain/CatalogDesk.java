package org.assisterportal.plan.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.PlanId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Conflict;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports and publishes catalogs, each act with its line in the record. */
@Component
class CatalogDesk implements Catalogs {
    private static final int BLOCK = 1 << 16;

    private final YearShelf years;
    private final CatalogTable table;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    CatalogDesk(YearShelf years, CatalogTable table, AuditLog audit, TransactionTemplate transaction) {
        this.years = years;
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public ImportReport check(int planYear, List<Source> files) {
        if (!years.planYears().contains(planYear)) {
            return refused(planYear, "year-unknown", years());
        }
        return CatalogReading.read(planYear, years.of(planYear), files, Store.NOWHERE);
    }

    @Override
    public ImportReport load(int planYear, List<Source> files, Actor by) {
        if (!years.planYears().contains(planYear)) {
            return refused(planYear, "year-unknown", years());
        }
        String fingerprint = fingerprint(files);
        return transaction.execute(
                status -> {
                    table.lock(planYear);
                    if (table.has(planYear, fingerprint)) {
                        return refused(planYear, "same-files");
                    }
                    int catalog = table.begin(planYear, fingerprint, String.join(", ", files.stream().map(Source::name).toList()), by.name());
                    ImportReport report = CatalogReading.read(planYear, years.of(planYear), files, table.store(catalog));
                    if (!report.isRight()) {
                        status.setRollbackOnly();
                        return report;
                    }
                    table.counted(catalog, report.counts());
                    audit.record(
                            AuditLine.of(by, "plans.loaded").with("year", planYear).with("catalog", catalog).with("plans", report.counts().getOrDefault("plans", 0)));
                    return report.stored(catalog);
                });
    }

    @Override
    @Transactional
    public void publish(int catalog, Actor by) {
        table.lock(version(catalog).planYear());
        Version version = version(catalog);
        if (version.state() == State.PUBLISHED) {
            throw new Conflict();
        }
        table.publish(version, by.name());
        audit.record(AuditLine.of(by, "plans.published").with("year", version.planYear()).with("version", version.number()));
    }

    @Override
    @Transactional
    public void discard(int catalog, Actor by) {
        Version version = version(catalog);
        table.lock(version.planYear());
        if (!table.discard(catalog)) {
            throw new Conflict();
        }
        audit.record(AuditLine.of(by, "plans.discarded").with("year", version.planYear()).with("version", version.number()));
    }

    @Override
    @Transactional
    public boolean withdraw(int planYear, PlanId plan, LocalDate from, String reason, Actor by) {
        if (!table.sells(planYear, plan)) {
            return false;
        }
        if (!table.withdraw(planYear, plan, from, reason, by.name())) {
            throw new Conflict();
        }
        audit.record(AuditLine.of(by, "plan.withdrawn").with("year", planYear).with("plan", plan).with("from", from));
        return true;
    }

    @Override
    @Transactional
    public void restore(int planYear, PlanId plan, Actor by) {
        if (table.restore(planYear, plan)) {
            audit.record(AuditLine.of(by, "plan.restored").with("year", planYear).with("plan", plan));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<Version> versions(int page) {
        return table.versions(page);
    }

    @Override
    @Transactional(readOnly = true)
    public Changes changes(int catalog) {
        Version version = version(catalog);
        Version published = table.published(version.planYear()).orElse(null);
        if (published == null) {
            return new Changes(version, table.plans(catalog), List.of(), 0);
        }
        if (published.id() == catalog) {
            return new Changes(version, List.of(), List.of(), 0);
        }
        return new Changes(
                version, table.without(catalog, published.id()), table.without(published.id(), catalog), table.repriced(catalog, published.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawals() {
        return table.withdrawals();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> carrier(String issuer) {
        return table.carrier(issuer);
    }

    @Override
    public List<Integer> planYears() {
        return years.planYears().stream().sorted().toList();
    }

    private Version version(int catalog) {
        return table.version(catalog).orElseThrow(NotFound::new);
    }

    private String years() {
        return planYears().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static ImportReport refused(int planYear, String why, Object... facts) {
        ImportProblem problem = new ImportProblem("", 0, "", String.valueOf(planYear), "plan.import." + why, List.of(facts));
        return new ImportReport(planYear, null, Map.of(), 0, List.of(problem), 1, List.of(), List.of(), 0);
    }

    /** Of all files' bytes, in whatever order they come. */
    private static String fingerprint(List<Source> files) {
        List<String> each = files.stream().map(CatalogDesk::hash).sorted().toList();
        return Sha256.hex(String.join("", each));
    }

    private static String hash(Source file) {
        MessageDigest digest = Sha256.begin();
        byte[] block = new byte[BLOCK];
        try (InputStream in = file.open()) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
