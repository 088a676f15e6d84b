package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications.Saved;
import org.assisterportal.application.Faults;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps answers, each in the transaction in which its hand was held. */
@Component
class Answering {
    private final ApplicationTable table;
    private final Papers papers;
    private final Hands hands;
    private final GivenNumbers numbers;
    private final LeftBehind leftBehind;
    private final Clock clock;

    Answering(
            ApplicationTable table, Papers papers, Hands hands, GivenNumbers numbers, LeftBehind leftBehind, Clock clock) {
        this.table = table;
        this.papers = papers;
        this.hands = hands;
        this.numbers = numbers;
        this.leftBehind = leftBehind;
        this.clock = clock;
    }

    /** What was typed on a page; {@code asItIs} keeps what isn't complete, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    Saved save(Hand by, ApplicationId id, Spot spot, Map<String, String> typed, int version, boolean asItIs) {
        ApplicationTable.Row row = papers.find(by, id);
        if (row.status() != Paper.Status.DRAFT) {
            return new Saved.Closed();
        }
        Sheet sheet = papers.sheet(by, row);
        if (spot.question().ofOnePerson() && spot.question() != Question.PERSON && sheet.member(spot.subject()).isEmpty()) {
            if (sheet.answers().containsKey(new Spot(Question.PERSON, spot.subject()))) {
                return new Saved.Gone();
            }
            throw new NotFound();
        }
        Answered present = sheet.answers().get(spot);
        Map<String, String> content = hands.permitted(by, spot, Typed.content(spot, typed, present));
        if (spot.question() == Question.HOME) {
            content = HomeForm.completed(content, sheet);
        }
        if (spot.question() == Question.TAXES) {
            content = TaxForm.tidied(spot.subject(), content, sheet);
        }
        content = OfItsMonth.kept(spot, OfItsYear.kept(spot.question(), content, sheet), sheet);
        Faults faults = Interview.faults(spot, content, sheet);
        boolean secret = spot.question() == Question.SSN;
        if (secret && by instanceof Hand.OnBehalf on) {
            Map<String, String> refused = ofAnother(on, id, spot, content, present);
            if (!refused.isEmpty()) {
                return new Saved.Invalid(refused);
            }
        }
        // A number that isn't right isn't kept to be finished later.
        if (!faults.isEmpty() && (!asItIs || SsnForm.ofTheNumber(faults.problems()))) {
            return new Saved.Invalid(faults);
        }
        Optional<String> number = secret ? SsnForm.of(new Fields(content)).number() : Optional.empty();
        if (number.filter(digits -> numbers.isOfAnother(by, sheet, spot.subject(), digits)).isPresent()) {
            return new Saved.Invalid(Map.of(SsnForm.FIELD, "apply.problem.ssn-twice"));
        }
        Map<String, String> kept =
                secret ? SsnForm.withoutNumber(content, number.isPresent() || content.containsKey(SsnForm.GIVEN)) : content;
        if (present == null && kept.isEmpty()) {
            return new Saved.Done(Papers.paper(row, sheet));
        }
        if (present != null && present.content().equals(kept) && number.isEmpty()) {
            settle(by, typed);
            return new Saved.Done(Papers.paper(row, sheet));
        }
        if (present != null && present.version() != version) {
            return new Saved.Stale(present);
        }
        number.ifPresent(digits -> numbers.keep(id, spot.subject(), digits));
        settle(by, typed);
        return add(by, row, spot, sheet, present, kept);
    }

    /** A number that the consumer or another assister gave isn't an assister's to replace or to take back, unseen as it is. */
    private Map<String, String> ofAnother(
            Hand.OnBehalf by, ApplicationId id, Spot spot, Map<String, String> content, @Nullable Answered present) {
        boolean given = present != null && present.content().containsKey(SsnForm.GIVEN);
        if (!given || !table.isGivenByAnother(id, spot.subject(), by.actor())) {
            return Map.of();
        }
        if (content.containsKey(SsnForm.FIELD)) {
            return Map.of(SsnForm.FIELD, SsnForm.ON_FILE);
        }
        return "YES".equals(content.get("has")) ? Map.of() : Map.of("has", SsnForm.ON_FILE);
    }

    /** Takes somebody out who was named. */
    @Transactional(propagation = Propagation.MANDATORY)
    Saved remove(Hand by, ApplicationId id, String person) {
        ApplicationTable.Row row = papers.find(by, id);
        Sheet sheet = papers.sheet(by, row);
        Spot spot = new Spot(Question.PERSON, person);
        Answered present = sheet.answers().get(spot);
        if (person.equals(Member.SELF) || present == null || sheet.member(person).isEmpty()) {
            throw new NotFound();
        }
        if (row.status() != Paper.Status.DRAFT) {
            return new Saved.Closed();
        }
        return add(by, row, spot, sheet, present, Map.of(Sheet.REMOVED, "true"));
    }

    private Saved add(
            Hand by, ApplicationTable.Row row, Spot spot, Sheet sheet, @Nullable Answered present, Map<String, String> content) {
        int version = present == null ? 1 : present.version() + 1;
        Map<String, String> whole =
                present == null ? content : hands.completed(by, spot, content, papers.whole(row).answers().getOrDefault(spot, present));
        if (!table.add(row.id(), spot, version, whole, by)) {
            throw new IllegalStateException("an answer came in between though the consumer's row is held");
        }
        String act = content.containsKey(Sheet.REMOVED) ? "application.person-removed" : "application.answered";
        Answered now = new Answered(content, version, clock.instant(), by.actor().name(), by.actor().hat());
        Sheet after = sheet.with(spot, now);
        Paper paper = Papers.paper(row, after);
        String person = after.member(spot.subject()).or(() -> sheet.member(spot.subject())).map(Member::name).orElse("");
        hands.answered(by, act, spot, person, paper.planYear(), table.touch(row.id()));
        return new Saved.Done(paper);
    }

    /** What an assister had left behind on this page was taken over with it. */
    private void settle(Hand by, Map<String, String> typed) {
        String from = typed.getOrDefault("from", "");
        if (by instanceof Hand.Own own && !from.isEmpty()) {
            leftBehind.settle(own.actor(), UuidText.parse(from));
        }
    }
}
