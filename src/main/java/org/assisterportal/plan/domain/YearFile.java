package org.assisterportal.plan.domain;

import java.math.BigDecimal;
import java.util.Map;

/** A plan year's figures as written, each with its source. */
record YearFile(
        int planYear,
        AgeCurve ageCurve,
        RatingAreas ratingAreas,
        ChildrenCharged childrenCharged,
        Factor tobaccoMost,
        Years catastrophicUnder,
        Years childOnlyUnder,
        Years pediatricDentalUnder,
        Place benchmarkPlace,
        OutOfPocket outOfPocketMost) {

    /** Factors by the rate file's age bands. */
    record AgeCurve(Map<String, BigDecimal> factors, String source) {}

    record RatingAreas(int number, String source) {}

    record ChildrenCharged(int most, int under, String source) {}

    record Factor(BigDecimal factor, String source) {}

    record Years(int years, String source) {}

    record Place(int place, String source) {}

    /** Whole dollars. */
    record OutOfPocket(long person, long family, String source) {}
}
