package org.assisterportal.enrollment.domain;

import java.util.List;
import java.util.Map;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.ConsumerPost;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.HelperPost;
import org.assisterportal.enrollment.Made;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts as they stand in the diary and the audit record, and who is told by mail: each differs by hand. */
@Component
class EnrollmentDiary {
    private final Diary diary;
    private final AuditLog audit;
    private final ConsumerPost post;
    private final HelperPost helpers;

    EnrollmentDiary(Diary diary, AuditLog audit, ConsumerPost post, HelperPost helpers) {
        this.diary = diary;
        this.audit = audit;
        this.post = post;
        this.helpers = helpers;
    }

    /** A step on the way, which sends nothing. */
    void done(Hand by, String act, List<String> facts) {
        switch (by) {
            case Hand.OnBehalf on -> diary.done(on.acting(), act, facts);
            case Hand.Own own -> audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).with("facts", String.join(" ", facts)));
        }
    }

    /** Something that is kept until it is changed again: an assister's is told by a mail at most once in a while. */
    void changed(Hand by, String act, String fact) {
        switch (by) {
            case Hand.OnBehalf on -> diary.changed(on.acting(), act, List.of(fact));
            case Hand.Own own -> {
                diary.note(own.consumer(), act, List.of(fact), own.actor());
                audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).with("facts", fact));
            }
        }
    }

    /** What was signed goes to the carriers; the consumer gets a mail in either case. */
    void signed(Hand by, String act, long number, @Nullable Made made) {
        signed(by, act, number, made, "enrollment-signed", Map.of("what", act));
    }

    /** What was signed waits for a proof; the mail says for how many days, whoever signed. */
    void waits(Hand by, long number, @Nullable Made made, int days) {
        Map<String, String> facts = Map.of("days", String.valueOf(days));
        signed(by, "enrollment.signed", number, made, "enrollment-waits", facts);
        if (by instanceof Hand.OnBehalf) {
            post.mail(by.consumer(), "enrollment-waits", facts);
        }
    }

    /** What waited counts, or never will. */
    void ended(ConsumerId consumer, String act, String mail, long number) {
        diary.note(consumer, act, List.of(String.valueOf(number)), Actor.SYSTEM);
        audit.record(AuditLine.of(Actor.SYSTEM, act).about(consumer.value()).with("number", number));
        post.mail(consumer, mail, Map.of());
    }

    private void signed(Hand by, String act, long number, @Nullable Made made, String mail, Map<String, String> mailed) {
        String one = String.valueOf(number);
        List<String> facts = made == null ? List.of(one) : List.of(one, made.name());
        switch (by) {
            case Hand.OnBehalf on -> diary.submitted(on.acting(), act, facts);
            case Hand.Own own -> {
                diary.note(own.consumer(), act, facts, own.actor());
                audit.record(AuditLine.of(own.actor(), act).about(own.consumer().value()).with("number", number));
                post.mail(own.consumer(), mail, mailed);
            }
        }
    }

    /** So many plans were proposed; the mail says who did, and where they stand. */
    void proposed(Hand.OnBehalf by, ApplicationId id, int plans) {
        diary.done(by.acting(), "enrollment.plans-proposed", List.of(String.valueOf(plans)));
        post.mail(by.consumer(), "plans-proposed", Map.of("agency", by.acting().agencyName(), "application", id.toString()));
    }

    /** What the consumer answered, which whoever helps them reads in the diary; a mail says that there is an answer, and not which. */
    void answered(Hand.Own by, String act) {
        diary.note(by.consumer(), act, List.of(), by.actor());
        audit.record(AuditLine.of(by.actor(), act).about(by.consumer().value()));
        helpers.mail(by.consumer(), "proposal-answered");
    }
}
