package org.assisterportal.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.Guard;

/**
 * Hardship and affordability exemptions, which the federal marketplace certifies (45 CFR 155.605(d), 155.625(b)) and a household
 * enters by the certificate's number, person by person and plan year by plan year: with one, somebody of 30 or more may have a
 * catastrophic plan (45 CFR 156.155(a)(5)(ii)). Nobody asks the federal marketplace whether the number is right.
 */
public interface Exemptions {
    /** So many are kept of a household and plan year, those that were removed among them. */
    int MOST = 40;

    /** Who of the signed version that counts needs one, and what was entered; shown. Empty when another version counts. */
    Optional<Sheet> show(Hand by, ApplicationId id);

    /**
     * Enters one, in the place of what was entered for this person and year.
     *
     * @param certificate as it was typed
     * @param from the first month for which it was granted, 1 to 12
     * @param to the last one
     */
    Told tell(Hand by, ApplicationId id, String person, String certificate, int from, int to);

    /** Removes one; what was signed with it stays signed. */
    Told remove(Hand by, ApplicationId id, ExemptionId exemption);

    /**
     * A plan year's.
     *
     * @param needing names of those who buy and were 30 before the plan year began, by key
     */
    record Sheet(int planYear, Map<String, String> needing, List<Line> lines) {
        public Sheet {
            needing = Map.copyOf(needing);
            lines = List.copyOf(lines);
        }

        public Optional<Line> line(ExemptionId id) {
            return lines.stream().filter(line -> line.id().equals(id)).findFirst();
        }
    }

    /** One that counts from a day to another one. */
    record Line(ExemptionId id, String person, String name, String certificate, LocalDate from, LocalDate to) {}

    /** The outcome. */
    sealed interface Told {
        record Done() implements Told {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Told {}

        /** Another version of the application counts, or there is none any more. */
        record Gone() implements Told {}

        record Stopped(Guard.Decision.Refused refused) implements Told {}
    }
}
