package org.assisterportal.eligibility.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One plan year's rule data, checked and made ready for whole-number arithmetic: money in cents, shares in hundredths of a point. */
final class Rules {
    private static final int[] NO_TABLE = new int[0];

    final RuleFile file;
    final String version;
    final Guideline yearly;
    private final int[] shares;
    private final int affordable;

    Rules(RuleFile file, String version) {
        this.file = file;
        this.version = version;
        this.yearly = guideline(file.yearlyGuideline().year());
        this.shares = file.credit().contributions() == null ? NO_TABLE : shares(file.credit().contributions());
        this.affordable = file.credit().affordable() == null ? -1 : hundredths(file.credit().affordable().percent());
        for (RuleFile.InForce inForce : file.medicalAssistance().guidelines()) {
            guideline(inForce.year());
            check(inForce.from().isBefore(inForce.until()), "a guideline's first day comes after its last");
        }
        for (Basis basis : Basis.values()) {
            check(
                    file.medicalAssistance().groups().containsKey(basis),
                    "one limit for each group");
        }
        check(file.planYear() > 2000, "a plan year");
    }

    /** Poverty guideline of one year, in cents. */
    record Guideline(int year, long first, long further) {
        long of(int size) {
            return first + further * (size - 1);
        }
    }

    /** The guideline that Medical Assistance uses on the day; null when it isn't loaded. */
    @Nullable Guideline medicalAssistance(LocalDate day) {
        for (RuleFile.InForce inForce : file.medicalAssistance().guidelines()) {
            if (!day.isBefore(inForce.from()) && day.isBefore(inForce.until())) {
                return guideline(inForce.year());
            }
        }
        return null;
    }

    /** The limit of a group in whole percents of poverty, disregard included. */
    int limit(Basis basis) {
        RuleFile.Group group = file.medicalAssistance().groups().get(basis);
        if (group == null) {
            throw new IllegalArgumentException("no limit of income");
        }
        return group.limit() + file.medicalAssistance().disregard().points();
    }

    boolean hasShares() {
        return shares.length > 0;
    }

    /** The expected share of income in hundredths of a point, at whole percents of poverty. */
    int share(int percent) {
        return shares[Math.max(0, percent)];
    }

    /** Up to which share of income an employer's plan is affordable, in hundredths of a point; below zero when not loaded. */
    int affordable() {
        return affordable;
    }

    /** Where the year's filing thresholds are not loaded: null. */
    RuleFile.@Nullable Filing filing(int year) {
        return file.filing().get(year);
    }

    /** Who gets Medical Assistance by status on the day. */
    RuleFile.Dated medicalAssistanceStatuses(LocalDate day) {
        List<RuleFile.Dated> all = file.immigration().medicalAssistance();
        for (int i = all.size() - 1; i > 0; i--) {
            if (!day.isBefore(all.get(i).from())) {
                return all.get(i);
            }
        }
        return all.getFirst();
    }

    private Guideline guideline(int year) {
        RuleFile.Guideline written = file.guidelines().get(year);
        if (written == null) {
            throw new IllegalStateException("The guideline of " + year + " is missing");
        }
        return new Guideline(year, written.first() * 100, written.further() * 100);
    }

    /** 26 CFR 1.36B-3(g)(1): in a line within each band, rounded to the nearest hundredth. */
    private static int[] shares(List<RuleFile.Band> bands) {
        int[] table = new int[bands.getLast().below()];
        int expected = 0;
        for (RuleFile.Band band : bands) {
            check(band.from() == expected && band.below() > band.from(), "bands follow on each other");
            int initial = hundredths(band.initial());
            int rise = hundredths(band.last()) - initial;
            check(rise >= 0, "a band doesn't fall");
            int width = band.below() - band.from();
            for (int percent = band.from(); percent < band.below(); percent++) {
                table[percent] = initial + (2 * rise * (percent - band.from()) + width) / (2 * width);
            }
            expected = band.below();
        }
        return table;
    }

    private static int hundredths(BigDecimal points) {
        return points.movePointRight(2).intValueExact();
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Rule data: " + what);
        }
    }
}
