package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.CaseRow.Waits;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between a consumer's own hand and an assister's: the guard, the diary, what may be seen. */
@Component
class Hands implements HeldHands {
    private final Guard guard;
    private final Consumers consumers;
    private final Caseload caseload;
    private final Diary diary;
    private final AuditLog audit;
    private final Clock clock;

    Hands(Guard guard, Consumers consumers, Caseload caseload, Diary diary, AuditLog audit, Clock clock) {
        this.guard = guard;
        this.consumers = consumers;
        this.caseload = caseload;
        this.diary = diary;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public <T> T held(Hand by, Function<Hand, T> act, Function<Guard.Decision.Refused, T> refused) {
        return switch (by) {
            case Hand.Own own -> {
                consumers.hold(own.consumer());
                yield act.apply(own);
            }
            case Hand.OnBehalf on ->
                    switch (guard.hold(on.actor(), on.consumer(), Scope.APPLY)) {
                        case Guard.Decision.Granted granted -> act.apply(new Hand.OnBehalf(granted.acting()));
                        case Guard.Decision.Refused no -> refused.apply(no);
                    };
        };
    }

    @Override
    public void look(Hand by, String what) {
        switch (by) {
            case Hand.OnBehalf on -> diary.look(on.acting(), what);
            case Hand.Own own -> audit.record(line(own, what).showing(List.of(own.consumer().value())));
        }
    }

    /** One page of it was; the diary has the look at the whole. */
    void shown(Hand by, Spot spot) {
        audit.record(
                line(by, "application.shown")
                        .with("question", spot.question().slug())
                        .showing(List.of(by.consumer().value())));
    }

    /** An act that the consumer reads in their diary when it is an assister's. */
    void done(Hand by, String what, List<String> facts) {
        switch (by) {
            case Hand.OnBehalf on -> diary.done(on.acting(), what, facts);
            case Hand.Own own -> {
                AuditLine line = line(own, what);
                audit.record(facts.isEmpty() ? line : line.with("question", facts.getFirst()));
            }
        }
    }

    private static AuditLine line(Hand by, String act) {
        AuditLine line = AuditLine.of(by.actor(), act).about(by.consumer().value());
        return by instanceof Hand.OnBehalf on
                ? line.in(on.acting().agency()).with("authorization", on.acting().number())
                : line;
    }

    void begun(Hand by, Duration kept) {
        goesOn(by, clock.instant().plus(kept));
    }

    /** The diary names the page by what its title needs: whom it asks about, and for which year; what was answered is no part of it. */
    void answered(Hand by, String act, Spot spot, String person, @Nullable Integer year, Instant expires) {
        done(by, act, List.of(spot.question().slug(), person, year == null ? "" : year.toString()));
        goesOn(by, expires);
    }

    private void goesOn(Hand by, Instant expires) {
        Waits waits = by instanceof Hand.OnBehalf ? Waits.ASSISTER : Waits.CONSUMER;
        caseload.progress(by.consumer(), "DRAFT", "CONTINUE", waits, day(expires));
    }

    /** An assister's signature sends something for the consumer, who is told at once. */
    void signed(Hand by, int number) {
        List<String> facts = List.of(String.valueOf(number));
        switch (by) {
            case Hand.OnBehalf on -> diary.submitted(on.acting(), "application.signed", facts);
            case Hand.Own own -> {
                diary.note(own.consumer(), "application.signed", facts, own.actor());
                audit.record(line(own, "application.signed").with("number", number));
            }
        }
        caseload.progress(by.consumer(), "DETERMINED", "NONE", Waits.NOBODY, null);
    }

    /** A change was thrown away or ended: what was signed before counts as it did. */
    void back(ConsumerId consumer) {
        caseload.progress(consumer, "DETERMINED", "NONE", Waits.NOBODY, null);
    }

    /** The only application was thrown away: there is none. */
    void notBegun(ConsumerId consumer) {
        caseload.progress(consumer, "NOT_STARTED", "START", Waits.CONSUMER, null);
    }

    /** What this hand may type on a page: of an address that is kept from helpers, a helper types nothing. */
    Map<String, String> permitted(Hand by, Spot spot, Map<String, String> content) {
        if (!(by instanceof Hand.OnBehalf on) || !spot.equals(Spot.of(Question.HOME)) || !consumers.keepsAddress(on.acting())) {
            return content;
        }
        Map<String, String> permitted = new TreeMap<>(content);
        permitted.keySet().retainAll(HomeForm.OF_A_KEPT_ONE);
        permitted.put(HomeForm.KEPT, "true");
        return permitted;
    }

    /** What is kept of a page that this hand sees in part: what it doesn't see stays as it is. */
    Map<String, String> completed(Hand by, Spot spot, Map<String, String> seen, Answered whole) {
        if (!(by instanceof Hand.OnBehalf) || !spot.equals(Spot.of(Question.HOME)) || !seen.containsKey(HomeForm.KEPT)) {
            return seen;
        }
        Map<String, String> kept = new TreeMap<>(whole.content());
        kept.putAll(seen);
        if (!whole.content().containsKey(HomeForm.KEPT)) {
            kept.remove(HomeForm.KEPT);
        }
        return kept;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Minnesota.ZONE);
    }

    /** A confidential address is for no helper's eyes, also when it was typed here before it became so. */
    Map<Spot, Answered> visible(Hand by, Map<Spot, Answered> answers) {
        Spot home = Spot.of(Question.HOME);
        Answered typed = answers.get(home);
        if (!(by instanceof Hand.OnBehalf on) || typed == null || !consumers.keepsAddress(on.acting())) {
            return answers;
        }
        Map<String, String> content = new TreeMap<>(Map.of(HomeForm.KEPT, "true"));
        String stays = typed.content().get("stays");
        if (stays != null) {
            content.put("stays", stays);
        }
        Map<Spot, Answered> visible = new LinkedHashMap<>(answers);
        visible.put(home, new Answered(content, typed.version(), typed.at(), typed.by(), typed.hat()));
        return visible;
    }
}
