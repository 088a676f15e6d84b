package org.assisterportal.application.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Changes.Outcome;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers of one plan year for another. */
@Component
class OtherYearsDesk implements OtherYears {
    private static final Set<Question> RESTS_ON = Set.of(Question.INCOME, Question.DEDUCTIONS);

    private final ApplicationTable table;
    private final Papers papers;
    private final Hands hands;
    private final NextDrafts drafts;
    private final Eligibility eligibility;
    private final Clock clock;

    OtherYearsDesk(ApplicationTable table, Papers papers, Hands hands, NextDrafts drafts, Eligibility eligibility, Clock clock) {
        this.table = table;
        this.papers = papers;
        this.hands = hands;
        this.drafts = drafts;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> left(Hand by) {
        return YearForm.offered(Minnesota.today(clock)).stream()
                .filter(year -> eligibility.planYears().contains(year) && table.inForceFor(by.consumer(), year).isEmpty())
                .toList();
    }

    @Override
    @Transactional
    public Outcome apply(Hand by, ApplicationId signed, int planYear) {
        return hands.held(by, hand -> applyNow(hand, papers.find(hand, signed), planYear), Outcome.Stopped::new);
    }

    private Outcome applyNow(Hand by, ApplicationTable.Row row, int planYear) {
        if (row.status() == Paper.Status.DRAFT) {
            return new Outcome.Unsigned();
        }
        return drafts.present(by, planYear).orElseGet(
                () -> table.inForceLike(by.consumer(), row.id())
                        .filter(from -> left(by).contains(planYear))
                        .map(from -> begun(by, from, planYear))
                        .orElseGet(Outcome.Closed::new));
    }

    private Outcome begun(Hand by, ApplicationTable.Row from, int planYear) {
        ApplicationId id = drafts.begin(by);
        table.copyAnswers(from.id(), id);
        Spot spot = Spot.of(Question.YEAR);
        int version = Optional.ofNullable(table.answers(id).get(spot)).map(Answered::version).orElse(0);
        table.add(id, spot, version + 1, Map.of("year", String.valueOf(planYear)), by);
        return new Outcome.Done(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Behind> behind(Hand by) {
        List<ApplicationTable.Row> inForce = table.inForce(by.consumer(), ChangeDesk.MOST_YEARS);
        Optional<ApplicationTable.Row> last = newest(inForce);
        List<ApplicationTable.Row> older = last.map(newest -> inForce.stream().filter(row -> mayFollow(row, newest)).toList()).orElse(List.of());
        if (older.isEmpty()) {
            return Optional.empty();
        }
        Paper newest = paper(by, last.orElseThrow());
        List<Older> years = older.stream().map(row -> compared(row, paper(by, row), newest)).filter(one -> !one.differing().isEmpty() || !one.left().isEmpty()).toList();
        return years.isEmpty() ? Optional.empty() : Optional.of(new Behind(newest, years));
    }

    private static Optional<ApplicationTable.Row> newest(List<ApplicationTable.Row> inForce) {
        return inForce.stream().max(Comparator.comparing(row -> Objects.requireNonNull(row.signedAt())));
    }

    private boolean mayFollow(ApplicationTable.Row row, ApplicationTable.Row newest) {
        return !row.id().equals(newest.id()) && Objects.requireNonNull(row.planYear()) >= Minnesota.today(clock).getYear();
    }

    private Paper paper(Hand by, ApplicationTable.Row row) {
        return Papers.paper(row, papers.sheet(by, row));
    }

    private static Older compared(ApplicationTable.Row row, Paper older, Paper newest) {
        List<String> joined = keysMissing(newest, older);
        List<Paper.Step> differing =
                newest.steps().stream()
                        .filter(step -> isCompared(step.spot().question()))
                        .filter(step -> step.spot().question() == Question.PERSON || isIn(older, step.spot().subject()))
                        .filter(step -> !content(newest, step.spot(), joined).equals(content(older, step.spot(), keysMissing(older, newest))))
                        .toList();
        return new Older(row.standing(), differing, older.people().stream().filter(one -> newest.person(one.key()).isEmpty()).map(Member::name).toList());
    }

    /** A number that is given changes nobody's eligibility. */
    private static boolean isCompared(Question question) {
        return !OfItsYear.is(question) && question != Question.SSN;
    }

    private static List<String> keysMissing(Paper from, Paper in) {
        return from.people().stream().map(Member::key).filter(key -> in.person(key).isEmpty()).toList();
    }

    private static boolean isIn(Paper paper, String subject) {
        return subject.equals(Spot.HOUSEHOLD) || paper.person(subject).isPresent();
    }

    /** What was answered, without what was answered about these people on a page that asks about all. */
    private static Map<String, String> content(Paper paper, Spot spot, List<String> without) {
        @Nullable Answered answer = paper.step(spot).map(Paper.Step::answer).orElse(null);
        Map<String, String> content = new TreeMap<>(answer == null ? Map.of() : answer.content());
        content.keySet().removeIf(field -> without.stream().anyMatch(field::endsWith));
        return content;
    }

    @Override
    @Transactional
    public Outcome follow(Hand by, int planYear) {
        return hands.held(by, hand -> followNow(hand, planYear), Outcome.Stopped::new);
    }

    private Outcome followNow(Hand by, int planYear) {
        return drafts.present(by, planYear).orElseGet(
                () -> behind(by).flatMap(found -> found.of(planYear).map(older -> followed(by, found.newest(), older.version().id()))).orElseGet(Outcome.Closed::new));
    }

    private Outcome followed(Hand by, Paper newest, ApplicationId older) {
        Map<Spot, Answered> now = table.answers(newest.id());
        Map<Spot, Answered> before = table.answers(older);
        Set<Spot> kept = new HashSet<>();
        Set<Spot> taken = new HashSet<>(now.keySet());
        before.keySet().stream().filter(spot -> OfItsYear.is(spot.question()) && isIn(newest, spot.subject())).forEach(spot -> {
            taken.remove(spot);
            if (spot.question() != Question.EXPECTED || isSame(spot.subject(), now, before)) {
                kept.add(spot);
            }
        });
        ApplicationId id = drafts.begin(by);
        table.copyAnswers(newest.id(), id, taken);
        table.copyAnswers(older, id, kept);
        return new Outcome.Done(id);
    }

    /** Whether what was expected of a person's year still rests on the income that is said now. */
    private static boolean isSame(String person, Map<Spot, Answered> now, Map<Spot, Answered> before) {
        return RESTS_ON.stream().map(asked -> new Spot(asked, person)).allMatch(spot -> content(now, spot).equals(content(before, spot)));
    }

    private static Map<String, String> content(Map<Spot, Answered> answers, Spot spot) {
        Answered answer = answers.get(spot);
        return answer == null ? Map.of() : answer.content();
    }
}
