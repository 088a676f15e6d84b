package org.assisterportal.eligibility;

import java.math.BigDecimal;

/** A percentage in hundredths of a point, so 844 is 8.44 %. */
public record Percent(int hundredths) {

    public static Percent whole(int points) {
        return new Percent(points * 100);
    }

    /** As people read it, such as 138% or 8.44%. */
    public String words() {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
