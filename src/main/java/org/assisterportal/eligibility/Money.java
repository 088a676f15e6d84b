package org.assisterportal.eligibility;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An exact amount of money in whole cents; below zero where a business lost it. */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long MOST = 100_000_000_000_000L;

    public Money {
        if (cents > MOST || cents < -MOST) {
            throw new IllegalArgumentException("An amount is at most a trillion dollars");
        }
    }

    public static Money dollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100L));
    }

    /** An amount as written, such as 1234.5; at most two decimals. */
    public static Money of(String dollars) {
        return of(new BigDecimal(dollars));
    }

    /** An amount in dollars with at most two decimals. */
    public static Money of(BigDecimal dollars) {
        BigDecimal cents = dollars.movePointRight(2);
        if (cents.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("An amount has whole cents");
        }
        return new Money(cents.longValueExact());
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Refuses what nobody has; so a sum never overflows. */
    static @Nullable Money within(@Nullable Money amount, Money most) {
        if (amount != null && (amount.cents > most.cents || amount.cents < -most.cents)) {
            throw new IllegalArgumentException("An amount is at most " + most.words());
        }
        return amount;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    /** As people read it, such as $1,234.50, and without cents where there are none. */
    public String words() {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.US);
        long whole = Math.abs(cents) / 100;
        long rest = Math.abs(cents) % 100;
        String sign = cents < 0 ? "-$" : "$";
        return sign + format.format(whole) + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + rest);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
