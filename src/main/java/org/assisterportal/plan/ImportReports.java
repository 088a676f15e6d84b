package org.assisterportal.plan;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.PageOf;

/** Reports of imports, kept for a week, so that each can be read page by page. For administrators. */
public interface ImportReports {

    UUID keep(ImportReport report);

    /** A report with a page of its problems, or of what to look at, 50 a page. */
    Optional<Kept> find(UUID id, boolean warnings, int page);

    /** A page of a report. */
    record Kept(ImportReport report, PageOf<ImportProblem> lines) {}
}
