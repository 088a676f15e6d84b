package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Sha256;
import org.assisterportal.shared.Traces;
import org.assisterportal.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what lies in carriers' folders: a file is matched and then put aside into {@code in/read}; what can't be read, or
 * answers nothing that was sent, into {@code in/unread}, with a task for the staff.
 */
@Component
class AnswerIntake {
    static final String UNREAD = "carrier-unread";
    private static final Logger LOG = LoggerFactory.getLogger(AnswerIntake.class);
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_FILES = 200;
    private static final int NAME = 16;
    private static final int DAYS = 2;

    private final CarrierFolders folders;
    private final CarrierSettings settings;
    private final AnswerMatching matching;
    private final Tasks tasks;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerIntake(
            CarrierFolders folders, CarrierSettings settings, AnswerMatching matching, Tasks tasks, AuditLog audit,
            TransactionTemplate transaction, Clock clock) {
        this.folders = folders;
        this.settings = settings;
        this.matching = matching;
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

    private void each(String issuer) throws IOException {
        for (Path file : folders.arrived(issuer, MOST_FILES)) {
            try {
                if (isSettled(file)) {
                    take(issuer, file);
                }
            } catch (NoSuchFileException e) {
                // Another process has taken it in.
            } catch (IOException | RuntimeException e) {
                // It stays where it is, and the next round tries it again.
                LOG.error("a carrier's answer failed: {}", Traces.told(e));
            }
        }
    }

    private boolean isSettled(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        return !changed.plus(settings.settled()).isAfter(clock.instant());
    }

    private void take(String issuer, Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        byte[] sha256 = Sha256.begin().digest(content);
        String name = "999-" + HexFormat.of().formatHex(sha256).substring(0, NAME) + ".edi";
        Optional<List<Answer>> answers = content.length > MOST_BYTES ? Optional.empty() : AnswerReading.read(content);
        boolean matched = answers.isPresent() && isMatched(issuer, sha256, answers.get());
        if (!matched) {
            transaction.executeWithoutResult(status -> unread(issuer, name, answers.isPresent()));
        }
        // After the transaction: one that is killed in between is read again, and that changes nothing.
        Path to = folders.folder(issuer, "in").resolve(matched ? "read" : "unread");
        folders.make(to);
        folders.move(file, to.resolve(name));
    }

    private boolean isMatched(String issuer, byte[] sha256, List<Answer> answers) {
        try {
            transaction.executeWithoutResult(status -> matching.match(issuer, sha256, answers));
            return true;
        } catch (AnswerMatching.Unknown e) {
            return false;
        }
    }

    private void unread(String issuer, String name, boolean isAnswer) {
        String why = isAnswer ? "unknown" : "unreadable";
        tasks.open(
                UNREAD, FileMaking.subject("answer " + issuer + " " + name), Map.of("issuer", issuer, "file", name, "why", why),
                Minnesota.today(clock).plusDays(DAYS), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, "carrier.answer-unread").with("issuer", issuer).with("file", name).with("why", why));
    }
}
