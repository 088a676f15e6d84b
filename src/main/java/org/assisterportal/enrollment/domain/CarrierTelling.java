package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.CarrierEvent.Reason;
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
            List<TellingRows.Person> people = rows.people(told.policy());
            CarrierEvent.Home home = home(told);
            Reason begun = Reason.valueOf(rows.reason(told.policy()));
            List<TellingRows.Person> ended = people.stream().filter(one -> due.act().equals(one.endedBy())).toList();
            if (told.begun()) {
                tell(told, Kind.ENROLLED, home, people, begun);
            } else {
                tell(told, Kind.CANCELLED, home, ended.stream().filter(TellingRows.Person::cancelled).toList(), begun);
                tell(told, Kind.ENDED, home, ended.stream().filter(one -> !one.cancelled()).toList(), begun);
                tell(told, Kind.CHANGED, home, people.stream().filter(one -> goesOn(one, due.act(), told)).toList(), begun);
            }
        }
    }

    /** Whoever this act doesn't take out stays, perhaps until an end that is known; may have come in by it, or cost another amount. */
    private static boolean goesOn(TellingRows.Person one, UUID act, TellingRows.Told told) {
        return !act.equals(one.endedBy()) && !one.cancelled() && !one.to().isBefore(LocalDate.ofInstant(told.at(), Minnesota.ZONE));
    }

    private void tell(TellingRows.Told told, Kind kind, CarrierEvent.Home home, List<TellingRows.Person> about, Reason begun) {
        if (about.isEmpty()) {
            return;
        }
        Enrolled policy = told.enrolled();
        List<TellingRows.Person> people = new ArrayList<>(about);
        TellingRows.Person subscriber = rows.people(told.policy()).getFirst();
        people.removeIf(one -> one.key().equals(subscriber.key()));
        people.addFirst(subscriber);
        List<Insured> insured = people.stream().map(one -> insured(told, one, begun)).toList();
        List<CarrierEvent.Amount> amounts =
                kind == Kind.CANCELLED
                        ? List.of()
                        : policy.amounts().stream().map(one -> new CarrierEvent.Amount(one.from(), one.premium(), one.credit())).toList();
        CarrierEvent event =
                new CarrierEvent(
                        0, told.at(), kind, policy.number().toString(), policy.planYear(), policy.plan(), policy.variant(), policy.dental(), home, insured,
                        amounts);
        events.record(told.consumer(), policy.application(), event);
    }

    private static Insured insured(TellingRows.Told told, TellingRows.Person one, Reason begun) {
        Reason reason = one.endReason() == null ? begun : Reason.valueOf(one.endReason());
        boolean ends = one.endedBy() != null;
        return new Insured(
                one.key(), number(told, one.key()), one.kin(), one.firstName(), one.lastName(), one.born(), null, one.tobacco(), one.from(),
                ends ? one.to() : null, reason, one.premium());
    }

    /** The same for a person in every policy of the household, and nobody else's: the consumer's and the person's ids, shortened. */
    private static String number(TellingRows.Told told, String key) {
        return Sha256.hex(told.consumer() + " " + key).substring(0, 12).toUpperCase(Locale.ROOT);
    }

    private CarrierEvent.Home home(TellingRows.Told told) {
        Profile profile = consumers.known(told.consumer());
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
