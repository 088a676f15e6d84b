package org.assisterportal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;

/** The catalogs of plan years: importing the carriers' files, publishing, withdrawing a plan. For administrators. */
public interface Catalogs {

    /** One file to be imported; it may be opened several times. */
    interface Source {
        String name();

        InputStream open() throws IOException;
    }

    /** Reads everything and stores nothing: what is in it, and what is wrong with it. */
    ImportReport check(int planYear, List<Source> files);

    /** Reads and stores all of it as a new version that isn't published, or nothing at all when something is wrong. */
    ImportReport load(int planYear, List<Source> files, Actor by);

    /** Sells by this version from now on; the year's former one is kept and no longer sold by. */
    void publish(int catalog, Actor by);

    /** Forgets a version that was never published. */
    void discard(int catalog, Actor by);

    /** Whether a plan of that year can be withdrawn from the day on: one of the year's, the first for not selling it at all. */
    static boolean isOfYear(int planYear, LocalDate from) {
        return from.getYear() == planYear;
    }

    /**
     * A plan is no longer sold from a day on, in whatever version of the year: nobody chooses it then, nor before for coverage that
     * begins then.
     *
     * @return false when the year's published catalog has no such plan
     */
    boolean withdraw(int planYear, PlanId plan, LocalDate from, String reason, Actor by);

    /** Takes a withdrawal back; where there is none, nothing has to be done. */
    void restore(int planYear, PlanId plan, Actor by);

    PageOf<Version> versions(int page);

    /** One version, and what publishing it would change. */
    Changes changes(int catalog);

    List<Withdrawal> withdrawals();

    /** A carrier's name by its five digits, as its newest catalog has it. */
    Optional<String> carrier(String issuer);

    /** The plan years for which there are rules, so that they may be imported. */
    List<Integer> planYears();

    /** How a version stands. */
    enum State {
        LOADED,
        PUBLISHED,
        REPLACED
    }

    /** One import. */
    record Version(
            int id,
            int planYear,
            int number,
            State state,
            String source,
            int plans,
            int variants,
            int benefits,
            int rates,
            Instant loadedAt,
            String loadedBy,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy) {}

    /** A version against the published one: plans that are new, that are gone, and that have another price somewhere. */
    record Changes(Version version, List<PlanName> added, List<PlanName> gone, int repriced) {}

    /** A plan by id and name. */
    record PlanName(String id, String name, String issuer) {}

    /** A plan that is no longer sold. */
    record Withdrawal(int planYear, String plan, String name, LocalDate from, String reason, String by) {}
}
