package org.assisterportal.plan;

import java.math.BigDecimal;
import org.assisterportal.eligibility.Money;

/** A part of a premium in millionths, from none to all of it. */
public record Share(int millionths) {
    private static final int ALL_OF_IT = 1_000_000;
    private static final int PLACES = 6;
    public static final Share NONE = new Share(0);
    public static final Share ALL = new Share(ALL_OF_IT);

    public Share {
        if (millionths < 0 || millionths > ALL_OF_IT) {
            throw new IllegalArgumentException("A share lies between none and all");
        }
    }

    /** A ratio such as 0.9965, of at most six decimals. */
    public static Share of(BigDecimal ratio) {
        return new Share(ratio.movePointRight(PLACES).intValueExact());
    }

    /** Rounded half up to the cent. */
    public Money of(Money whole) {
        return new Money((whole.cents() * millionths + ALL_OF_IT / 2) / ALL_OF_IT);
    }
}
