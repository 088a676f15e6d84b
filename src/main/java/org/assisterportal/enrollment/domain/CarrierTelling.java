package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.CarrierEvent.What;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.OneByOne;
import org.assisterportal.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of each signed act what the carriers of its policies are told, once; by a job, so that nobody who signs waits for it. */
@Component
class CarrierTelling {
    private static final int ADULT = 18;
    private static final int BATCH = 50;
    private static final int MOST_DOUBLINGS = 6;

    private final TellingRows rows;
    private final CarrierEvents events;
    private final SignedVersions versions;
    private final Consumers consumers;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarrierTelling(
            TellingRows rows, CarrierEvents events, SignedVersions versions, Consumers consumers, OneByOne oneByOne, TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.versions = versions;
        this.consumers = consumers;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assisterportal.carrier-events:2s}", initialDelayString = "${assisterportal.carrier-events:2s}")
    void work() {
        List<TellingRows.Due> due = transaction.execute(status -> rows.due(clock.instant(), BATCH));
        List<TellingRows.Due> failed = oneByOne.each("telling a carrier", due == null ? List.of() : due, this::tell);
        oneByOne.each("putting off what a carrier is told", failed, this::putOff);
    }

    private void putOff(TellingRows.Due one) {
        rows.later(one.act(), clock.instant().plus(Duration.ofMinutes(1L << Math.min(one.tries(), MOST_DOUBLINGS))));
    }

    private void tell(TellingRows.Due due) {
        consumers.hold(due.consumer());
        if (!rows.take(due.act())) {
            return;
        }
        for (TellingRows.Told told : rows.told(due.act())) {
            tell(due.act(), told);
        }
    }

    /** One event a policy and act, with everybody whom it touches, and those who stay. */
    private void tell(UUID act, TellingRows.Told told) {
        List<TellingRows.Person> all = rows.people(told.policy());
        List<TellingRows.Person> people = all.stream().filter(one -> told.begun() || act.equals(one.endedBy()) || goesOn(one, told)).toList();
        if (people.isEmpty()) {
            return;
        }
        // The subscriber is in each event, and first, because a carrier finds the policy by them.
        List<Insured> insured =
                all.stream().filter(one -> one == all.getFirst() || people.contains(one)).map(one -> insured(act, told, one)).toList();
        Kind kind = kind(told, insured.stream().filter(one -> people.stream().anyMatch(other -> other.key().equals(one.key()))).toList());
        Enrolled policy = told.enrolled();
        List<CarrierEvent.Amount> amounts =
                kind == Kind.CANCELLED
                        ? List.of()
                        : policy.amounts().stream().map(one -> new CarrierEvent.Amount(one.from(), one.premium(), one.credit())).toList();
        Profile profile = consumers.known(told.consumer());
        CarrierEvent event =
                new CarrierEvent(
                        0, told.at(), kind, policy.number().toString(), policy.planYear(), policy.plan(), policy.variant(), policy.dental(), home(told, profile),
                        insured, amounts, formerSubscriber(told), responsible(insured.getFirst(), profile));
        events.record(told.consumer(), policy.application(), event);
    }

    private @Nullable String formerSubscriber(TellingRows.Told told) {
        if (!told.begun() || told.former() == null) {
            return null;
        }
        String former = rows.people(told.former()).getFirst().key();
        return former.equals(rows.people(told.policy()).getFirst().key()) ? null : number(told, former);
    }

    /** Whoever stays, perhaps until an end that is known. */
    private static boolean goesOn(TellingRows.Person one, TellingRows.Told told) {
        return !one.cancelled() && !one.to().isBefore(LocalDate.ofInstant(told.at(), Minnesota.ZONE));
    }

    private static Kind kind(TellingRows.Told told, List<Insured> people) {
        if (told.begun()) {
            return Kind.ENROLLED;
        }
        if (people.stream().allMatch(one -> one.what() == What.CANCELLED)) {
            return Kind.CANCELLED;
        }
        return people.stream().allMatch(one -> one.what() == What.CANCELLED || one.what() == What.ENDS) ? Kind.ENDED : Kind.CHANGED;
    }

    private static What what(UUID act, TellingRows.Told told, TellingRows.Person one) {
        if (told.begun()) {
            return What.BEGINS;
        }
        // Whoever comes in by an act that also says until when begins, with a last day.
        if (act.equals(one.joinedBy())) {
            return What.BEGINS;
        }
        if (act.equals(one.endedBy())) {
            return one.cancelled() ? What.CANCELLED : What.ENDS;
        }
        return What.STAYS;
    }

    private static Insured insured(UUID act, TellingRows.Told told, TellingRows.Person one) {
        What what = what(act, told, one);
        boolean ends = act.equals(one.endedBy()) && one.endReason() != null;
        return new Insured(
                one.key(), number(told, one.key()), one.kin(), one.firstName(), one.lastName(), one.born(), null, one.tobacco(), what, one.from(),
                one.endedBy() == null ? null : one.to(), ends ? Reason.valueOf(Objects.requireNonNull(one.endReason())) : told.reason(), one.premium());
    }

    /** The same for a person in every policy of the household, and nobody else's: the consumer's and the person's ids, shortened. */
    private static String number(TellingRows.Told told, String key) {
        return Sha256.hex(told.consumer() + " " + key).substring(0, 12).toUpperCase(Locale.ROOT);
    }

    /** Whoever holds the account applied for the child, and signed. */
    private static CarrierEvent.@Nullable Responsible responsible(Insured subscriber, Profile profile) {
        boolean adult = !subscriber.born().plusYears(ADULT).isAfter(subscriber.from());
        return adult || subscriber.key().equals(Member.SELF)
                ? null
                : new CarrierEvent.Responsible(profile.firstName(), profile.lastName());
    }

    private CarrierEvent.Home home(TellingRows.Told told, Profile profile) {
        Home home = versions.find(told.enrolled().application()).orElseThrow().home();
        Profile.Address kept = home.kept() ? Objects.requireNonNull(profile.address()) : null;
        String phone = profile.phone().isEmpty() ? null : profile.phone().replaceAll("\\D", "");
        return new CarrierEvent.Home(
                kept == null ? home.street() : kept.street(), kept == null ? home.city() : kept.city(),
                (kept == null ? home.zip() : kept.zip()).replaceAll("\\D", ""), told.fips(), told.ratingArea(), phone, profile.email(), profile.language(),
                mailing(home));
    }

    private static CarrierEvent.@Nullable Mailing mailing(Home home) {
        SignedVersions.Mailing there = home.mailing();
        return there == null ? null : new CarrierEvent.Mailing(there.street(), there.city(), there.state(), there.zip().replaceAll("\\D", ""));
    }
}
