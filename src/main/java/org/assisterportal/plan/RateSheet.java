package org.assisterportal.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/** What one plan costs a person a month in one rating area: the rows of the carrier's rate file, by age band, in whole cents. */
public final class RateSheet {
    private static final int FIRST = 14;
    private static final int LAST = 64;
    /** From "0-14" over each year from 15 to 63 to "64 and over". */
    public static final int BANDS = LAST - FIRST + 1;

    private static final List<String> NAMES =
            Stream.of(Stream.of("0-14"), IntStream.range(FIRST + 1, LAST).mapToObj(String::valueOf), Stream.of("64 and over"))
                    .flatMap(names -> names)
                    .toList();

    private final int area;
    private final int[] plain;
    private final int @Nullable [] tobacco;

    /**
     * One price a band, in their order.
     *
     * @param tobacco null where tobacco makes no difference
     */
    public RateSheet(int area, int[] plain, int @Nullable [] tobacco) {
        if (plain.length != BANDS || (tobacco != null && tobacco.length != BANDS)) {
            throw new IllegalArgumentException("A rate sheet has " + BANDS + " bands");
        }
        this.area = area;
        this.plain = plain.clone();
        this.tobacco = tobacco == null ? null : tobacco.clone();
    }

    /** The bands' names as rate files write them, youngest first. */
    public static List<String> bands() {
        return NAMES;
    }

    public static int band(int age) {
        return Math.clamp(age, FIRST, LAST) - FIRST;
    }

    /** The number of the rating area. */
    public int area() {
        return area;
    }

    public Money price(int age, boolean usesTobacco) {
        int band = band(age);
        return new Money(usesTobacco && tobacco != null ? tobacco[band] : plain[band]);
    }
}
