package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sha256;
import org.assisterportal.shared.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what lies in carriers' folders: a file is matched and then put aside into {@code in/read}; what can't be read,
 * contradicts itself or answers nothing that was sent, into {@code in/unread}, with a task for the staff.
 */
@Component
class AnswerIntake {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerIntake.class);
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_FILES = 200;
    private static final int MOST_LISTED = 1_000;
    private static final Duration WRONG_CLOCK = Duration.ofHours(1);
    private static final int NAME = 16;

    private final CarrierFolders folders;
    private final CarrierSettings settings;
    private final AnswerMatching matching;
    private final AnswerTable table;
    private final AnswerTasks tasks;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerIntake(
            CarrierFolders folders, CarrierSettings settings, AnswerMatching matching, AnswerTable table, AnswerTasks tasks, AuditLog audit,
            TransactionTemplate transaction, Clock clock) {
        this.folders = folders;
        this.settings = settings;
        this.matching = matching;
        this.table = table;
        this.tasks = tasks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void work() {
        try {
            for (String issuer : folders.carriers()) {
                each(issuer);
            }
        } catch (IOException e) {
            LOG.error("carriers' folders can't be read: {}", Traces.told(e));
        }
    }

    /** A folder that can't be read stops no other carrier's. */
    private void each(String issuer) {
        try {
            claim(issuer);
            for (Path file : folders.files(taking(issuer), MOST_FILES)) {
                taken(issuer, file);
            }
        } catch (IOException e) {
            LOG.error("a carrier's folder can't be read: {}", Traces.told(e));
        }
    }

    /**
     * Moves what lies there out of the carrier's reach before it is read: a new file of the same name would else take the
     * place of the one that was read, and be put aside unread in its stead.
     */
    private void claim(String issuer) throws IOException {
        Path taking = taking(issuer);
        for (Path file : folders.files(folders.folder(issuer, "in"), MOST_LISTED)) {
            try {
                if (isSettled(file)) {
                    folders.move(file, taking.resolve(UUID.randomUUID().toString()));
                }
            } catch (NoSuchFileException e) {
                // Another process has taken it in.
            }
        }
    }

    private Path taking(String issuer) throws IOException {
        return folders.make(folders.folder(issuer, "in").resolve("taking"));
    }

    private void taken(String issuer, Path file) {
        try {
            take(issuer, file);
        } catch (NoSuchFileException e) {
            // Another process has taken it in.
        } catch (IOException | RuntimeException e) {
            // It stays where it is, and the next round tries it again.
            LOG.error("a carrier's answer failed: {}", Traces.told(e));
        }
    }

    /** A day far off is a wrong clock's, and would never come to rest. */
    private boolean isSettled(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        Instant now = clock.instant();
        return !changed.plus(settings.settled()).isAfter(now) || changed.isAfter(now.plus(WRONG_CLOCK));
    }

    private void take(String issuer, Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        byte[] sha256 = Sha256.begin().digest(content);
        String name = "999-" + HexFormat.of().formatHex(sha256).substring(0, NAME) + ".edi";
        @Nullable Unfit unfit = unfit(issuer, sha256, content);
        if (unfit != null) {
            transaction.executeWithoutResult(status -> unread(issuer, name, unfit));
        }
        // After the transaction: one that is killed in between is read again, and that changes nothing.
        Path to = folders.folder(issuer, "in").resolve(unfit == null ? "read" : "unread");
        folders.make(to);
        folders.move(file, to.resolve(name));
    }

    /** Why nothing of it counts; null where it does. */
    private @Nullable Unfit unfit(String issuer, byte[] sha256, byte[] content) {
        if (content.length > MOST_BYTES) {
            return new Unfit("large", "", "", String.valueOf(MOST_BYTES / 1024 / 1024));
        }
        try {
            AnswerReading.Whole answer = AnswerReading.read(content);
            transaction.executeWithoutResult(status -> matching.match(issuer, sha256, answer));
            return null;
        } catch (Unfit.Found e) {
            return e.unfit();
        }
    }

    private void unread(String issuer, String name, Unfit unfit) {
        table.lock(issuer);
        Optional<Instant> open = tasks.unreadSince(issuer);
        if (open.isPresent() && table.isUnread(issuer, name, open.get())) {
            // It came again, or couldn't be put aside: the open task names it already.
            return;
        }
        tasks.unread(issuer);
        // After the task, by the same clock: the task's page shows what came since it was opened.
        table.unread(issuer, name, unfit, clock.instant());
        audit.record(
                AuditLine.of(Actor.SYSTEM, "carrier.answer-unread").with("issuer", issuer).with("file", name).with("why", unfit.why()));
    }
}
