package org.assisterportal.certification;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's certification stands.
 *
 * @param assisterId kept for life, null before the first certification
 * @param certified when the person was, is and will be certified, contract and roster included
 * @param expiresOn the last day of the newest certification, null before the first
 * @param checklist each requirement with status, date and source
 */
public record CertificationStanding(
        PersonId person,
        CertificationStatus status,
        @Nullable String assisterId,
        Timeline certified,
        @Nullable LocalDate expiresOn,
        List<Item> checklist) {

    public CertificationStanding {
        checklist = List.copyOf(checklist);
    }

    /** Whether a background study's result can be recorded by now. */
    public boolean backgroundMayStart() {
        return checklist.stream()
                .noneMatch(item -> item.code().equals("background-study") && item.state() == State.NOT_YET_POSSIBLE);
    }

    /**
     * One requirement for certification.
     *
     * @param code {@code contract}, {@code background-study} or {@code course:<code>}
     * @param source where the fact comes from, a message key
     */
    public record Item(
            String code, State state, @Nullable LocalDate date, String source, String title) {}

    /** How a requirement stands. */
    public enum State {
        MET,
        OPEN,
        NOT_YET_POSSIBLE,
        NOT_CLEARED,
        PROBLEM,
        LAPSED
    }
}
