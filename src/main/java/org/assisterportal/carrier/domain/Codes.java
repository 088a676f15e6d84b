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
import org.assisterportal.enrollment.CarrierEvent.What;
import org.jspecify.annotations.Nullable;

/** The codes of the 834 for what the marketplace says in words. */
final class Codes {
    static final String ADDITION = "021";
    static final String CHANGE = "001";
    static final String TERMINATION = "024";
    private static final String MOVED = "43";
    private static final String NO_REASON_GIVEN = "AI";

    private Codes() {}

    /** What happens to this person's coverage. */
    static String maintenance(Insured person) {
        return switch (person.what()) {
            case BEGINS -> ADDITION;
            case STAYS -> CHANGE;
            case ENDS, CANCELLED -> TERMINATION;
        };
    }

    /** The first day of what is told about this person. */
    static LocalDate since(CarrierEvent event, Insured person) {
        return event.amounts().stream()
                .map(Amount::from)
                .max(LocalDate::compareTo)
                .filter(day -> person.what() != What.BEGINS && day.isAfter(person.from()))
                .orElse(person.from());
    }

    /** The last day; what never began ends on the day on which it would have begun. */
    static @Nullable LocalDate end(Insured person) {
        return person.what() == What.CANCELLED ? person.from() : person.to();
    }

    /**
     * Why, in the code list of maintenance reasons. What lets somebody choose is the reason of whoever comes in; whoever leaves for
     * another plan because of it changes plans, and of whoever stays there is none to give, but that all moved.
     */
    static String reason(String maintenance, Reason reason) {
        return switch (maintenance) {
            case ADDITION -> added(reason);
            case TERMINATION -> ended(reason);
            default -> reason == Reason.MOVED ? MOVED : NO_REASON_GIVEN;
        };
    }

    private static String added(Reason reason) {
        return switch (reason) {
            case OPEN_ENROLLMENT -> "EC";
            case LOST_COVERAGE -> "07";
            case BIRTH -> "02";
            case ADOPTION -> "05";
            case MARRIAGE -> "32";
            case DIVORCE -> "01";
            case DEATH -> "03";
            case MOVED -> MOVED;
            case RENEWAL, HANDED_ON -> "41";
            case REASSIGNED -> "22";
            case OTHER_EVENT, BY_WISH, REPRICED -> NO_REASON_GIVEN;
        };
    }

    private static String ended(Reason reason) {
        return switch (reason) {
            case DIVORCE -> "01";
            case DEATH -> "03";
            case MOVED -> MOVED;
            case BY_WISH -> "14";
            case OPEN_ENROLLMENT, LOST_COVERAGE, BIRTH, ADOPTION, MARRIAGE, OTHER_EVENT, RENEWAL, REASSIGNED -> "22";
            case REPRICED, HANDED_ON -> NO_REASON_GIVEN;
        };
    }

    /** What opened a special enrollment period, where one did. */
    static Optional<String> specialEnrollment(Reason reason) {
        return switch (reason) {
            case LOST_COVERAGE, BIRTH, ADOPTION, MARRIAGE, DIVORCE, DEATH, MOVED -> Optional.of(reason(ADDITION, reason));
            case OTHER_EVENT -> Optional.of("EX");
            case OPEN_ENROLLMENT, RENEWAL, BY_WISH, REPRICED, HANDED_ON, REASSIGNED -> Optional.empty();
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
