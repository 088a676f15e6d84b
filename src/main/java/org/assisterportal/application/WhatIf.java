package org.assisterportal.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Money;
import org.assisterportal.eligibility.Sentence;
import org.jspecify.annotations.Nullable;

/** What would come of other income, another year, or somebody more or less: determined beside what counts, and never kept. */
public interface WhatIf {
    String YEAR = "plan-year";
    /** Begins the field of a person's income a month, of the year's, and the tick that leaves a person out. */
    String MONTH = "month-";

    String EXPECTED = "expected-";
    String WITHOUT = "without-";

    /** Who comes, how old, with how much a month. */
    String COMES = "comes";

    String AGE = "comes-age";
    String EARNS = "comes-month";

    /** Somebody who isn't in the application. */
    enum Newcomer {
        /** Born to whoever is pregnant, else to the consumer. */
        BABY,
        /** A child of the consumer. */
        CHILD,
        SPOUSE,
        /** Another grown-up who moves in. */
        ADULT;

        /** The newcomer's key in a determination. */
        public String key() {
            return "new-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Supposes what was typed; without anything it shows what counts. Leaves a line that somebody looked, and nothing else. */
    Supposed suppose(Hand by, ApplicationId id, Map<String, String> typed);

    /**
     * What was supposed and what would come of it.
     *
     * @param before what counts: of a signed version as it was determined, of a draft as it stands; null while it can't be
     * @param now each person's own income, by key
     * @param problems message keys by field
     * @param why sentences that say why nothing comes of it: contradicting facts, or a year without rules
     * @param after null when nothing was typed, or nothing comes of it
     */
    record Supposed(
            Paper paper, @Nullable Determination before, Map<String, Own> now, Map<String, String> problems,
            List<? extends Sentence> why, @Nullable Determination after) {
        public Supposed {
            problems = Map.copyOf(problems);
            why = List.copyOf(why);
        }
    }

    /** Somebody's own income a month and a year, rounded down to the cent; null where it isn't known. */
    record Own(@Nullable Money month, @Nullable Money year) {}
}
