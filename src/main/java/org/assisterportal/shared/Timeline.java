package org.assisterportal.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a fact held, holds and, as far as is known, will hold: sorted, disjoint, non-touching intervals.
 * Gaps are computed from it, so nobody has to look, and no job has to run, while one lasts.
 */
public record Timeline(List<Interval> intervals) {

    public static final Timeline NEVER = new Timeline(List.of());

    public Timeline {
        intervals = List.copyOf(intervals);
    }

    /** Joins intervals in any order; overlapping and touching ones become one. */
    public static Timeline of(Collection<Interval> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() || parts.iterator().next().isEmpty() ? NEVER : new Timeline(List.copyOf(parts));
        }
        List<Interval> sorted =
                parts.stream()
                        .filter(part -> !part.isEmpty())
                        .sorted(Comparator.comparing(Interval::from))
                        .toList();
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || (last.until() != null && last.until().isBefore(next.from()))) {
                joined.add(next);
            } else {
                joined.set(joined.size() - 1, new Interval(last.from(), later(last.until(), next.until())));
            }
        }
        return new Timeline(joined);
    }

    public static Timeline of(Interval... parts) {
        return of(List.of(parts));
    }

    public static Timeline since(@Nullable Instant from) {
        return from == null ? NEVER : new Timeline(List.of(Interval.since(from)));
    }

    /** The times at which both hold. */
    public Timeline and(Timeline other) {
        List<Interval> both = new ArrayList<>();
        for (Interval mine : intervals) {
            for (Interval theirs : other.intervals) {
                Instant from = mine.from().isAfter(theirs.from()) ? mine.from() : theirs.from();
                Instant until = earlier(mine.until(), theirs.until());
                if (until == null || from.isBefore(until)) {
                    both.add(new Interval(from, until));
                }
            }
        }
        // Both sides are sorted and disjoint, so what they share is too.
        return new Timeline(both);
    }

    public Timeline or(Timeline other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all);
    }

    public boolean holdsAt(Instant moment) {
        return at(moment).isPresent();
    }

    /** The unbroken stretch around the moment, if the fact holds then. */
    public Optional<Interval> at(Instant moment) {
        for (Interval interval : intervals) {
            if (interval.contains(moment)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /** True when the fact held at both moments and all the time between. */
    public boolean unbroken(Instant from, Instant to) {
        return at(from).filter(stretch -> stretch.contains(to)).isPresent();
    }

    /** Since when the present state (holding or not) lasts; empty when it never held up to the moment. */
    public Optional<Instant> stateSince(Instant moment) {
        Optional<Interval> now = at(moment);
        if (now.isPresent()) {
            return now.map(Interval::from);
        }
        return intervals.stream()
                .map(Interval::until)
                .filter(until -> until != null && !until.isAfter(moment))
                .max(Comparator.naturalOrder());
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null ? null : a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) {
            return b;
        }
        return b == null || a.isBefore(b) ? a : b;
    }
}
