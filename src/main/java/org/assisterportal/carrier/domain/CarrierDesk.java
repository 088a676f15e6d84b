package org.assisterportal.carrier.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers see of carriers' files and may do with them. */
@Component
class CarrierDesk implements CarrierFiles {
    private static final int PAGE = 25;
    private static final int SETS = 50;
    private static final int MOST_UNREAD = 50;

    private final FileViews views;
    private final CarrierFolders folders;
    private final AuditLog audit;

    CarrierDesk(FileViews views, CarrierFolders folders, AuditLog audit) {
        this.views = views;
        this.folders = folders;
        this.audit = audit;
    }

    @Override
    public boolean areMade() {
        return folders.areSet();
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<FileView> list(int page, Actor officer) {
        officer(officer, "carrier.files-shown");
        var rows = views.list(page, PAGE);
        return PageOf.counted(rows, page, PAGE, rows.size(), views.counted());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FileView> find(int control, Actor officer) {
        officer(officer, "carrier.files-shown");
        return views.find(control);
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<SetView> sets(int control, int page, Actor officer) {
        officer(officer, "carrier.files-shown");
        long total = views.find(control).orElseThrow(NotFound::new).sets();
        return new PageOf<>(views.sets(control, page, SETS), page, SETS, total);
    }

    @Override
    @Transactional
    public Outcome sendAgain(int control, Actor officer) {
        officer(officer, "carrier.file-sent-again");
        FileView file = views.find(control).orElseThrow(NotFound::new);
        if (!views.sendAgain(control)) {
            return Outcome.WAITS;
        }
        audit.record(AuditLine.of(officer, "carrier.file-sent-again").with("control", control).with("issuer", file.issuer()));
        return Outcome.DONE;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, State> states(Collection<String> policies) {
        return policies.isEmpty() ? Map.of() : views.states(policies);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unread> unread(String issuer, Instant from, @Nullable Instant to, Actor officer) {
        officer(officer, "carrier.files-shown");
        return views.unread(issuer, from, to, MOST_UNREAD);
    }

    private void officer(Actor who, String act) {
        if (!who.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(who, act).refused("not-officer"));
            throw new NotFound();
        }
    }
}
