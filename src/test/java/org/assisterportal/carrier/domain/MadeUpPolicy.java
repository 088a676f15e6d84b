package org.assisterportal.carrier.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.application.Kin;
import org.assisterportal.eligibility.CostSharing;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Amount;
import org.assisterportal.enrollment.CarrierEvent.Home;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.assisterportal.enrollment.CarrierEvent.What;
import org.assisterportal.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** Policies of made-up people with made-up carriers, and what happens to them. */
final class MadeUpPolicy {
    static final String ISSUER = "99101";
    static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Home HOME =
            new Home("12 Oak St", "Minneapolis", "55401", "27053", 8, "651-555-0134", "maria@families.example", "es", null);

    private MadeUpPolicy() {}

    static Insured maria() {
        return new Insured(
                "1", "500001", null, "María", "López", LocalDate.of(1984, 4, 9), "987654321", false, What.BEGINS, NEW_YEAR, null, Reason.OPEN_ENROLLMENT,
                Money.of("412.35"));
    }

    static Insured leo() {
        return child("2", "500002", "Leo", LocalDate.of(2015, 8, 30), NEW_YEAR, Reason.OPEN_ENROLLMENT);
    }

    /** Born in March, and covered from that day. */
    static Insured noa() {
        LocalDate born = LocalDate.of(2027, 3, 14);
        return child("3", "500003", "Noa", born, born, Reason.BIRTH);
    }

    private static Insured child(String key, String number, String name, LocalDate born, LocalDate from, Reason reason) {
        return new Insured(key, number, Kin.CHILD, name, "López", born, null, false, What.BEGINS, from, null, reason, Money.of("240.10"));
    }

    static Insured until(Insured person, @Nullable LocalDate last, Reason reason) {
        return new Insured(
                person.key(), person.number(), person.kin(), person.firstName(), person.lastName(), person.born(), person.ssn(), person.tobacco(),
                person.what(), person.from(), last, reason, person.premium());
    }

    static Insured because(Insured person, Reason reason) {
        return until(person, person.to(), reason);
    }

    static Insured named(Insured person, String first, String last) {
        return new Insured(
                person.key(), person.number(), person.kin(), first, last, person.born(), person.ssn(), person.tobacco(), person.what(), person.from(),
                person.to(), person.reason(), person.premium());
    }

    static CarrierEvent event(long number, Kind kind, List<Insured> people, Amount... amounts) {
        return event(number, ISSUER, "P-1000" + number, kind, people, HOME, amounts);
    }

    static CarrierEvent event(long number, String issuer, String policy, Kind kind, List<Insured> people, Home home, Amount... amounts) {
        return new CarrierEvent(
                number, Instant.parse("2026-11-28T18:05:00Z"), kind, policy, 2027, new PlanId(issuer + "MN0010003"), CostSharing.SILVER_87, false,
                home, people.stream().map(one -> one.becoming(what(kind, one, people))).toList(), List.of(amounts), null, null);
    }

    /** Whoever has a last day leaves, and whoever comes later than the subscriber comes in. */
    private static What what(Kind kind, Insured one, List<Insured> people) {
        boolean leaves = one.to() != null || people.stream().allMatch(other -> other.to() == null);
        return switch (kind) {
            case ENROLLED -> What.BEGINS;
            case CHANGED -> one.from().isAfter(people.getFirst().from()) ? What.BEGINS : What.STAYS;
            case ENDED -> one.to() == null ? What.STAYS : What.ENDS;
            case CANCELLED -> leaves ? What.CANCELLED : What.STAYS;
        };
    }

    static Home home(String street, String city, String zip, @Nullable String phone, @Nullable String email) {
        return new Home(street, city, zip, "27053", 8, phone, email, "en", null);
    }

    static Amount amount(LocalDate from, String premium, String credit) {
        return new Amount(from, Money.of(premium), Money.of(credit));
    }

    static CarrierEvent enrolled(long number) {
        return event(number, Kind.ENROLLED, List.of(maria(), leo()), amount(NEW_YEAR, "652.45", "300.00"));
    }

    static CarrierEvent babyCame(long number) {
        return event(
                number, Kind.CHANGED, List.of(maria(), noa()), amount(NEW_YEAR, "652.45", "300.00"), amount(noa().from(), "892.55", "410.00"));
    }

    static CarrierEvent ended(long number) {
        LocalDate last = LocalDate.of(2027, 5, 31);
        return event(number, Kind.ENDED, List.of(until(maria(), last, Reason.BY_WISH), until(leo(), last, Reason.BY_WISH)));
    }

    static CarrierEvent cancelled(long number) {
        return event(number, Kind.CANCELLED, List.of(because(maria(), Reason.BY_WISH)));
    }
}
