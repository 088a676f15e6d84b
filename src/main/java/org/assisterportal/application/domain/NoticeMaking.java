package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.AskedProofs;
import org.assisterportal.application.Notice;
import org.assisterportal.application.NoticeMade;
import org.assisterportal.application.Paper;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.OneByOne;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the notices of signed versions, once each: whoever makes one holds the consumer's row and takes the version off the
 * list in the same transaction, so two processes make no two, and one that was killed leaves it on the list.
 */
@Component
class NoticeMaking {
    private static final int BATCH = 50;
    private static final int MOST_DOUBLINGS = 6;

    private final NoticeTable table;
    private final DossierTable dossiers;
    private final SignatureTable signatures;
    private final ApplicationTable applications;
    private final Papers papers;
    private final NoticeWriter writer;
    private final AskedProofs proofs;
    private final Consumers consumers;
    private final ConsumerPost post;
    private final Diary diary;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeMaking(
            NoticeTable table, DossierTable dossiers, SignatureTable signatures, ApplicationTable applications, Papers papers, NoticeWriter writer,
            AskedProofs proofs, Consumers consumers, ConsumerPost post, Diary diary, AuditLog audit,
            ApplicationEventPublisher events, OneByOne oneByOne, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.signatures = signatures;
        this.applications = applications;
        this.papers = papers;
        this.writer = writer;
        this.proofs = proofs;
        this.consumers = consumers;
        this.post = post;
        this.diary = diary;
        this.audit = audit;
        this.events = events;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.notices:2s}", initialDelayString = "${assisterportal.notices:2s}")
    void work() {
        List<NoticeTable.Due> due = transaction.execute(status -> table.due(clock.instant(), BATCH));
        // One that can't be made is tried again later, and keeps no other from being made.
        List<NoticeTable.Due> failed = oneByOne.each("a notice", due == null ? List.of() : due, this::make);
        oneByOne.each("putting off a notice", failed, this::putOff);
    }

    private void putOff(NoticeTable.Due one) {
        Duration wait = Duration.ofMinutes(1L << Math.min(one.tries(), MOST_DOUBLINGS));
        table.later(one.id(), clock.instant().plus(wait));
    }

    private void make(NoticeTable.Due one) {
        consumers.hold(one.consumer());
        if (!table.take(one.id())) {
            return;
        }
        ApplicationTable.Row row = applications.find(one.id()).orElseThrow(NotFound::new);
        SignatureTable.Row signed = signatures.find(one.id()).orElseThrow(NotFound::new);
        Determination determination = signed.determination();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Locale language = Optional.ofNullable(one.language()).orElseGet(() -> post.language(one.consumer()));
        Paper paper = Papers.paper(row, papers.whole(row));
        List<Notice.Block> blocks =
                writer.write(
                        new NoticeWriter.Subject(
                                row, paper, signed.signature(), determination, signatures.former(one.id()).orElse(null), proofs.of(one.id())),
                        now, language);
        dossiers.list(paper, signed.signature().at());
        table.insert(one.id(), one.consumer(), now, language.getLanguage(), determination.rules(), blocks);
        diary.note(one.consumer(), "application.notice-made", List.of(NoticeWriter.grouped(row.reference())), Actor.SYSTEM);
        audit.record(
                AuditLine.of(Actor.SYSTEM, "application.notice-made").about(one.consumer().value()).with("number", row.number()));
        post.mail(one.consumer(), "notice-ready", Map.of());
        events.publishEvent(new NoticeMade(one.id(), one.consumer()));
    }
}
