package org.assisterportal.carrier.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.assisterportal.application.Kin;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Amount;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.jspecify.annotations.Nullable;

/** The codes of the 834 for what the marketplace says in words. */
final class Codes {
    static final String ADDITION = "021";
    static final String CHANGE = "001";
    static final String TERMINATION = "024";
    private static final String NO_REASON_GIVEN = "AI";

    private Codes() {}

    /** What happens to this person's coverage. */
    static String maintenance(CarrierEvent event, Insured person) {
        return switch (event.kind()) {
            case ENROLLED -> ADDITION;
            case CHANGED -> isNew(event, person) ? ADDITION : CHANGE;
            case ENDED -> person.to() == null ? CHANGE : TERMINATION;
            case CANCELLED -> isCancelled(event, person) ? TERMINATION : CHANGE;
        };
    }

    /** Where some have a last day, the others go on, such as a subscriber whose child never came in; where nobody has one, all are meant. */
    private static boolean isCancelled(CarrierEvent event, Insured person) {
        return person.to() != null || event.people().stream().allMatch(one -> one.to() == null);
    }

    /** Somebody comes into a policy that goes on: their first day is the one from which the policy costs what it now does. */
    private static boolean isNew(CarrierEvent event, Insured person) {
        return !person.isSubscriber()
                && person.from().equals(since(event, person))
                && event.people().stream().anyMatch(one -> one.isSubscriber() && one.from().isBefore(person.from()));
    }

    /** The first day of what is told about this person. */
    static LocalDate since(CarrierEvent event, Insured person) {
        return event.amounts().stream()
                .map(Amount::from)
                .max(LocalDate::compareTo)
                .filter(day -> event.kind() != CarrierEvent.Kind.ENROLLED && day.isAfter(person.from()))
                .orElse(person.from());
    }

    /** The last day; a policy that never began ends on the day on which it would have begun. */
    static @Nullable LocalDate end(CarrierEvent event, Insured person) {
        return event.kind() == CarrierEvent.Kind.CANCELLED && isCancelled(event, person) ? person.from() : person.to();
    }

    /** Why, in the code list of maintenance reasons. */
    static String reason(String maintenance, Reason reason) {
        return switch (reason) {
            case OPEN_ENROLLMENT -> maintenance.equals(TERMINATION) ? NO_REASON_GIVEN : "EC";
            case LOST_COVERAGE -> "07";
            case BIRTH -> "02";
            case ADOPTION -> "05";
            case MARRIAGE -> "32";
            case DIVORCE -> "01";
            case DEATH -> "03";
            case MOVED -> "43";
            case OTHER_EVENT -> NO_REASON_GIVEN;
            case RENEWAL -> "41";
            case BY_WISH -> maintenance.equals(TERMINATION) ? "14" : NO_REASON_GIVEN;
        };
    }

    /** What opened a special enrollment period, where one did. */
    static Optional<String> specialEnrollment(Reason reason) {
        return switch (reason) {
            case LOST_COVERAGE, BIRTH, ADOPTION, MARRIAGE, DIVORCE, DEATH, MOVED -> Optional.of(reason(ADDITION, reason));
            case OTHER_EVENT -> Optional.of("EX");
            case OPEN_ENROLLMENT, RENEWAL, BY_WISH -> Optional.empty();
        };
    }

    /** What a person is to the subscriber. */
    static String relation(@Nullable Kin kin) {
        if (kin == null) {
            return "18";
        }
        return switch (kin) {
            case SPOUSE -> "01";
            case CHILD -> "19";
            case STEPCHILD -> "17";
            case PARENT -> "03";
            case STEPPARENT -> "16";
            case SIBLING -> "14";
            case GRANDCHILD -> "05";
            case GRANDPARENT -> "04";
            case NIECE_OR_NEPHEW -> "07";
            case AUNT_OR_UNCLE -> "06";
            case PARTNER -> "53";
            case OTHER -> "G9";
            case NOT_RELATED -> "G8";
        };
    }

    /** ISO 639-2 of a language's tag; undetermined where there is none. */
    static String language(String tag) {
        try {
            String code = Locale.forLanguageTag(tag).getISO3Language();
            return code.isEmpty() ? "UND" : code.toUpperCase(Locale.ROOT);
        } catch (MissingResourceException e) {
            return "UND";
        }
    }
}
