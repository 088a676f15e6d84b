package org.assisterportal.policy;

import java.time.LocalDate;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A review was recorded, or refused, in the transaction that is open; the record, which stands above, writes its line.
 *
 * @param refused why not, null when it was recorded
 */
public record TextReviewed(Actor by, String code, LocalDate version, String language, @Nullable String refused) {}
