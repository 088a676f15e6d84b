package org.assisterportal.enrollment.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.SignedVersions.Home;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.shared.OneByOne;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of each signed act what the carriers of its policies are told, once; by a job, so that nobody who signs waits for it. */
@Component
class CarrierTelling {
    private static final int BATCH = 50;
    private static final int MOST_DOUBLINGS = 6;

    private final PolicyRows rows;
    private final CarrierEvents events;
    private final SignedVersions versions;
    private final Consumers consumers;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarrierTelling(
            PolicyRows rows, CarrierEvents events, SignedVersions versions, Consumers consumers, OneByOne oneByOne, TransactionTemplate transaction,
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
        List<PolicyRows.Due> due = transaction.execute(status -> rows.due(clock.instant(), BATCH));
        List<PolicyRows.Due> failed = oneByOne.each("telling a carrier", due == null ? List.of() : due, this::tell);
        oneByOne.each("putting off what a carrier is told", failed, this::putOff);
    }

    private void putOff(PolicyRows.Due one) {
        rows.later(one.act(), clock.instant().plus(Duration.ofMinutes(1L << Math.min(one.tries(), MOST_DOUBLINGS))));
    }

    private void tell(PolicyRows.Due due) {
        consumers.hold(due.consumer());
        if (!rows.take(due.act())) {
            return;
        }
        for (PolicyRows.Told told : rows.told(due.act())) {
            List<PolicyRows.Person> people = rows.people(told.policy());
            CarrierEvent.Home home = home(told);
            Reason begun = Reason.valueOf(rows.reason(told.policy()));
            List<PolicyRows.Person> ended = people.stream().filter(one -> due.act().equals(one.endedBy())).toList();
            if (told.begun()) {
                tell(told, Kind.ENROLLED, home, people, begun);
            } else {
                tell(told, Kind.CANCELLED, home, ended.stream().filter(PolicyRows.Person::cancelled).toList(), begun);
                tell(told, Kind.ENDED, home, ended.stream().filter(one -> !one.cancelled()).toList(), begun);
                if (goesOn(people)) {
                    tell(told, Kind.CHANGED, home, people.stream().filter(one -> one.endedBy() == null).toList(), begun);
                }
            }
        }
    }

    /** Somebody stays in it, and so may have come in, or what it costs is another amount. */
    private static boolean goesOn(List<PolicyRows.Person> people) {
        return people.stream().anyMatch(one -> one.endedBy() == null);
    }

    private void tell(PolicyRows.Told told, Kind kind, CarrierEvent.Home home, List<PolicyRows.Person> about, Reason begun) {
        if (about.isEmpty()) {
            return;
        }
        Enrolled policy = told.enrolled();
        List<PolicyRows.Person> people = new ArrayList<>(about);
        PolicyRows.Person subscriber = rows.people(told.policy()).getFirst();
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

    private static Insured insured(PolicyRows.Told told, PolicyRows.Person one, Reason begun) {
        Reason reason = one.endReason() == null ? begun : Reason.valueOf(one.endReason());
        boolean ends = one.endedBy() != null;
        return new Insured(
                one.key(), number(told, one.key()), one.kin(), one.firstName(), one.lastName(), one.born(), null, one.tobacco(), one.from(),
                ends ? one.to() : null, reason, one.premium());
    }

    /** The same for a person in every policy of the household, and nobody else's: the consumer's and the person's ids, shortened. */
    private static String number(PolicyRows.Told told, String key) {
        return Signature.sha256(told.consumer() + " " + key).substring(0, 12).toUpperCase(Locale.ROOT);
    }

    private CarrierEvent.Home home(PolicyRows.Told told) {
        Profile profile = consumers.known(told.consumer());
        Home home = versions.find(told.enrolled().application()).orElseThrow().home();
        Profile.Address kept = home.kept() ? Objects.requireNonNull(profile.address()) : null;
        String phone = profile.phone().isEmpty() ? null : profile.phone().replaceAll("\\D", "");
        return new CarrierEvent.Home(
                kept == null ? home.street() : kept.street(), kept == null ? home.city() : kept.city(),
                (kept == null ? home.zip() : kept.zip()).replaceAll("\\D", ""), told.fips(), told.ratingArea(), phone, profile.email(), profile.language());
    }
}
