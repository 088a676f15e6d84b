package org.assisterportal.plan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.plan.ServiceCost;
import org.jspecify.annotations.Nullable;

/** Reads the cells of the carriers' files: amounts, ratios, days, and what one pays for care. */
final class Cells {
    /** Commas only between thousands: what is written 412,07 elsewhere is no 41207 here. */
    private static final String AMOUNT = "\\$?\\s*((?:\\d{1,3}(?:,\\d{3})+|\\d{1,10})(?:\\.\\d{1,2})?)";
    private static final Pattern PRICE = Pattern.compile(AMOUNT);
    private static final Pattern LIMIT = Pattern.compile(AMOUNT + "(?: per (?:person|group))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_APPLICABLE =
            Pattern.compile("(?:per (?:person|group) )?not applicable(?: per (?:person|group))?|n/a|", Pattern.CASE_INSENSITIVE);
    private static final Pattern FREE = Pattern.compile("no charge( after deductible)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COPAY =
            Pattern.compile(
                    AMOUNT + "(?: copay)?(?: per (day|stay))?( after deductible| with deductible| before deductible)?(?: per (day|stay))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COINSURANCE =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%(?: coinsurance)?( after deductible)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATIO = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US));
    private static final int MOST_CENTS = 100_000_000;
    private static final int ALL = 10_000;

    private Cells() {}

    static boolean notApplicable(String text) {
        return NOT_APPLICABLE.matcher(text).matches();
    }

    /** Whole cents; null for what isn't an amount. */
    static @Nullable Integer cents(String text) {
        return cents(PRICE.matcher(text));
    }

    private static @Nullable Integer cents(Matcher amount) {
        if (!amount.matches()) {
            return null;
        }
        BigDecimal cents = new BigDecimal(amount.group(1).replace(",", "")).movePointRight(2);
        return cents.compareTo(BigDecimal.valueOf(MOST_CENTS)) > 0 ? null : cents.intValueExact();
    }

    /** A yearly limit such as {@code $4,500} or {@code $9000 per group}. */
    static @Nullable Integer limit(String text) {
        return cents(LIMIT.matcher(text));
    }

    /** From 0 to 1, of at most six decimals; a percentage with its sign. */
    static @Nullable BigDecimal ratio(String text) {
        Matcher matcher = RATIO.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal ratio = new BigDecimal(matcher.group(1));
        if (!matcher.group(2).isEmpty()) {
            ratio = ratio.movePointLeft(2);
        }
        boolean right = ratio.compareTo(BigDecimal.ONE) <= 0 && ratio.stripTrailingZeros().scale() <= 6;
        return right ? ratio : null;
    }

    static @Nullable LocalDate day(String text) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }

    /** What one use costs, of both cells; null when one of them can't be read. */
    static @Nullable ServiceCost cost(boolean covered, String copay, String coinsurance) {
        if (!covered) {
            return ServiceCost.NOT_COVERED;
        }
        Integer amount = null;
        boolean stay = false;
        boolean copayAfter = false;
        Matcher asCopay = COPAY.matcher(copay);
        Matcher freeCopay = FREE.matcher(copay);
        if (freeCopay.matches()) {
            amount = 0;
            copayAfter = freeCopay.group(1) != null;
        } else if (asCopay.matches()) {
            amount = cents(asCopay);
            if (amount == null) {
                return null;
            }
            stay = "stay".equalsIgnoreCase(asCopay.group(2)) || "stay".equalsIgnoreCase(asCopay.group(4));
            copayAfter = asCopay.group(3) != null && !asCopay.group(3).toLowerCase(Locale.ROOT).contains("before");
        } else if (!notApplicable(copay)) {
            return null;
        }
        Matcher asShare = COINSURANCE.matcher(coinsurance);
        Matcher freeShare = FREE.matcher(coinsurance);
        if (asShare.matches()) {
            int share = new BigDecimal(asShare.group(1)).movePointRight(2).intValueExact();
            return share > ALL ? null : new ServiceCost(true, amount, stay, copayAfter, share, asShare.group(2) != null);
        }
        if (!freeShare.matches() && !notApplicable(coinsurance)) {
            return null;
        }
        boolean after = freeShare.matches() && freeShare.group(1) != null;
        return new ServiceCost(true, amount, stay, copayAfter, 0, after);
    }
}
