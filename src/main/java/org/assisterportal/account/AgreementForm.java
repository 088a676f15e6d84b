package org.assisterportal.account;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Scope;

/**
 * What a consumer agrees to, as the form holds it.
 *
 * @param may {@code apply} or {@code see}
 * @param lasts {@code day} when it ends by itself
 * @param until the last day, as a browser's field or a person writes it
 * @param hash of the words that the page showed
 */
record AgreementForm(String may, String lasts, String until, String hash) {
    private static final List<DateTimeFormatter> WRITTEN =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US));

    AgreementForm {
        may = may == null ? "" : may;
        lasts = lasts == null ? "" : lasts;
        until = until == null ? "" : until.strip();
        hash = hash == null ? "" : hash;
    }

    /** As it was agreed to last, in what the reader doesn't choose otherwise. */
    static AgreementForm as(AuthorizationView present, String may) {
        LocalDate until = present.until();
        return new AgreementForm(
                may.isEmpty() ? present.scope().name().toLowerCase(Locale.ROOT) : may, until == null ? "" : "day",
                until == null ? "" : until.toString(), "");
    }

    Optional<Scope> scope() {
        return switch (may) {
            case "apply" -> Optional.of(Scope.APPLY);
            case "see" -> Optional.of(Scope.SEE);
            default -> Optional.empty();
        };
    }

    public boolean untilADay() {
        return lasts.equals("day");
    }

    /** The day that was chosen; empty when it ends by nothing, or isn't a day. */
    Optional<LocalDate> lastDay() {
        if (untilADay()) {
            for (DateTimeFormatter format : WRITTEN) {
                try {
                    return Optional.of(LocalDate.parse(until, format));
                } catch (DateTimeParseException e) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }
}
