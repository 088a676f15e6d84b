package org.assisterportal.plan.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.plan.ImportProblem;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.plan.ImportReports;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reports as rows, each in one text. */
@Component
class ReportTable implements ImportReports {
    private static final int PAGE = 50;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID keep(ImportReport report) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO plan.report (id, expires_at, content) VALUES (:id, :expires, :content)")
                .param("id", id)
                .param("expires", Sql.time(clock.instant().plus(KEPT)))
                .param("content", MAPPER.writeValueAsString(report))
                .update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID id, boolean warnings, int page) {
        return jdbc.sql("SELECT content FROM plan.report WHERE id = :id AND expires_at > :now")
                .param("id", id)
                .param("now", Sql.time(clock.instant()))
                .query(String.class)
                .optional()
                .map(text -> MAPPER.readValue(text, ImportReport.class))
                .map(report -> new Kept(report, page(warnings ? report.warnings() : report.problems(), page)));
    }

    private static PageOf<ImportProblem> page(List<ImportProblem> all, int page) {
        long from = Math.min((long) (page - 1) * PAGE, all.size());
        return new PageOf<>(all.subList((int) from, (int) Math.min(from + PAGE, all.size())), page, PAGE, all.size());
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        jdbc.sql("DELETE FROM plan.report WHERE expires_at <= :now").param("now", Sql.time(clock.instant())).update();
    }
}
