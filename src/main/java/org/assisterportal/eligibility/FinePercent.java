package org.assisterportal.eligibility;

import java.math.BigDecimal;

/** A percentage so close to a limit that hundredths of a point wouldn't show on which side of it it is, such as 138.003 %. */
public record FinePercent(BigDecimal points) {

    /** As people read it, with as many digits as it takes. */
    public String words() {
        return points.stripTrailingZeros().toPlainString() + "%";
    }
}
