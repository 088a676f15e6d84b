package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.CaseSteps;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Enrollments.Signed;
import org.assisterportal.enrollment.LifeEvent;
import org.assisterportal.enrollment.Made;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.plan.MemberPrice;
import org.assisterportal.plan.Price;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was signed: the act, what begins, who joins or leaves, what it costs from then on; all in the act's transaction. */
@Component
class SigningPlans {
    private final PolicyRows rows;
    private final TellingRows telling;
    private final BasketTable baskets;
    private final Repricing repricing;
    private final CaseSteps steps;
    private final Resting resting;
    private final EnrollmentDiary diary;
    private final Clock clock;

    SigningPlans(PolicyRows rows, TellingRows telling, BasketTable baskets, Repricing repricing, CaseSteps steps, Resting resting, EnrollmentDiary diary, Clock clock) {
        this.rows = rows;
        this.telling = telling;
        this.baskets = baskets;
        this.repricing = repricing;
        this.steps = steps;
        this.resting = resting;
        this.diary = diary;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Signed sign(Hand by, Counter.Visit visit, String name, @Nullable Made made, PolicyText words) {
        Desk desk = visit.desk();
        Chance chance = Objects.requireNonNull(desk.preview().by());
        boolean credit = desk.preview().creditAlone();
        UUID act = UUID.randomUUID();
        String content = visit.text() + (made == null ? "" : "made\t" + made + "\n");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number =
                rows.add(
                        by, new PolicyRows.Act(act, credit ? "CREDIT" : "CHOSEN", desk.id(), desk.basket().version(), content, Sha256.hex(content), name, now, made).because(reason(chance)), words);
        List<PolicyNumber> touched = keep(by.consumer(), visit, act, reason(chance));
        baskets.keep(by, desk.id(), credit ? desk.basket() : desk.basket().with(List.of()));
        boolean waits = resting.rests(by, desk, chance, act, now);
        if (waits) {
            diary.waits(by, number, made, chance.proofDays());
        } else {
            telling.due(act, by.consumer());
            repricing.within(act, visit.version(), chance.begins().plusDays(1));
            diary.signed(by, credit ? "enrollment.credit-signed" : "enrollment.signed", number, made);
        }
        steps.settle(by.consumer());
        return new Signed.Done(number, touched, waits, credit);
    }

    /** What went on by itself, as nobody chose: kept like what is signed, by nobody's name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long renew(ConsumerId consumer, Counter.Visit visit) {
        UUID act = UUID.randomUUID();
        String content = visit.text();
        long number = rows.unsigned(consumer, "RENEWED", act, visit.desk().id(), content, Sha256.hex(content), clock.instant().truncatedTo(ChronoUnit.MICROS));
        keep(consumer, visit, act, Reason.RENEWAL);
        telling.due(act, consumer);
        steps.settle(consumer);
        return number;
    }

    /** The policies that began or that somebody joined. */
    private List<PolicyNumber> keep(ConsumerId consumer, Counter.Visit visit, UUID act, Reason reason) {
        Chance chance = Objects.requireNonNull(visit.desk().preview().by());
        List<PolicyNumber> touched = new ArrayList<>();
        for (Map.Entry<Integer, Settlement> one : visit.settlements().entrySet()) {
            Settlement settlement = one.getValue();
            settlement.leavings().forEach(leaving -> keep(visit, leaving, act, reason));
            settlement.joinings().forEach(joining -> keep(visit, joining, act, chance.begins()));
            settlement.repriced().forEach(repriced -> rows.cost(id(visit, repriced.policy()), act, PolicyRows.Cost.of(chance.begins(), repriced.price(), visit.desk().basket().wanted(one.getKey()))));
            settlement.openings().forEach(opening -> touched.add(open(consumer, visit, one.getKey(), opening, act, reason)));
            settlement.joinings().forEach(joining -> touched.add(joining.policy().number()));
        }
        return touched;
    }

    private static UUID id(Counter.Visit visit, Enrolled policy) {
        return visit.rows().stream().filter(row -> row.policy().equals(policy)).findFirst().orElseThrow().id();
    }

    private void keep(Counter.Visit visit, Settlement.Leaving leaving, UUID act, Reason reason) {
        for (String person : leaving.people()) {
            rows.end(id(visit, leaving.policy()), act, person, leaving.lastDay(), leaving.cancelled(), reason.name());
        }
    }

    private void keep(Counter.Visit visit, Settlement.Joining joining, UUID act, LocalDate from) {
        int place = joining.policy().people().size();
        for (String person : joining.people()) {
            PolicyRows.Joined one = joined(visit, person, joining.policy().subscriber().key(), place, from);
            rows.join(id(visit, joining.policy()), act, one);
            place++;
            Enrolled next = joining.next();
            if (next != null) {
                rows.end(id(visit, joining.policy()), act, person, next.starts().minusDays(1), false, Reason.REASSIGNED.name());
                rows.join(id(visit, next), act, one.from(next.starts()));
            }
        }
    }

    private PolicyNumber open(ConsumerId consumer, Counter.Visit visit, int party, Settlement.Opening opening, UUID act, Reason reason) {
        Desk desk = visit.desk();
        Price price = opening.price();
        UUID policy = UUID.randomUUID();
        LocalDate begins = Objects.requireNonNull(desk.preview().by()).begins();
        PolicyNumber number =
                rows.begin(
                        consumer,
                        new PolicyRows.Begun(
                                policy, desk.id(), act, reason.name(), desk.planYear(), opening.card().plan().id(), price.variant(),
                                opening.card().plan().name(), opening.card().plan().issuer(), opening.line().dental(), party,
                                desk.basket().wanted(party), Objects.requireNonNull(desk.shelf()).place().ratingArea(), desk.shelf().place().fips(),
                                begins, LocalDate.of(desk.planYear(), 12, 31), desk.shelf().version()));
        List<String> people = subscriberFirst(visit.version(), price.members().stream().map(MemberPrice::key).toList(), begins);
        for (int i = 0; i < people.size(); i++) {
            rows.join(policy, act, joined(visit, people.get(i), people.getFirst(), i, begins));
        }
        rows.cost(policy, act, PolicyRows.Cost.of(begins, price, desk.basket().wanted(party)));
        return number;
    }

    static List<String> subscriberFirst(Version version, List<String> keys, LocalDate day) {
        return SubscriberRules.first(keys, key -> born(version, key), day);
    }

    private static LocalDate born(Version version, String key) {
        return Objects.requireNonNull(member(version, key).born());
    }

    private static Member member(Version version, String key) {
        return version.people().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private static PolicyRows.Joined joined(Counter.Visit visit, String key, String subscriber, int place, LocalDate from) {
        Member one = member(visit.version(), key);
        boolean tobacco = visit.desk().basket().tobacco().contains(key);
        return new PolicyRows.Joined(
                key, place, key.equals(subscriber) ? null : visit.version().kin(key, subscriber), one.firstName(), one.lastName(),
                Objects.requireNonNull(one.born()), tobacco, from);
    }

    static Reason reason(Chance chance) {
        @Nullable LifeEvent event = chance.event();
        if (event == null) {
            return chance.kind() == Chance.Kind.OPEN_ENROLLMENT ? Reason.OPEN_ENROLLMENT : Reason.OTHER_EVENT;
        }
        return switch (event) {
            case LOST_COVERAGE -> Reason.LOST_COVERAGE;
            case BIRTH -> Reason.BIRTH;
            case ADOPTION -> Reason.ADOPTION;
            case MARRIAGE -> Reason.MARRIAGE;
            case DIVORCE_OR_DEATH -> Reason.DIVORCE;
            case MOVED -> Reason.MOVED;
            default -> Reason.OTHER_EVENT;
        };
    }
}
