package org.assisterportal.carrier.domain;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.carrier.domain.Answer.Decision;
import org.assisterportal.carrier.domain.Answer.SetAnswer;

/** What a group's answer means for each set of the file, and whether its numbers fit what it says. */
final class AnswerRules {
    private AnswerRules() {}

    /**
     * A group's answer, set by set.
     *
     * @param states of those about which it leaves no doubt, by event
     * @param named what is said by name, by event
     * @param doubtful how many were accepted or rejected without its being said which
     */
    record Judged(Map<Long, State> states, Map<Long, SetAnswer> named, int doubtful) {}

    /**
     * Sorts it out.
     *
     * @param file the events of the file that is answered
     * @throws Unfit.Found where a set isn't in the file, or the counts contradict the rest
     */
    static Judged judge(Answer answer, Set<Long> file) {
        Map<Long, SetAnswer> named = named(answer, file);
        int rejected = (int) named.values().stream().filter(one -> one.decision() == Decision.REJECTED).count();
        counts(answer, file.size(), named.size() - rejected, rejected);
        Set<Long> others = new TreeSet<>(file);
        others.removeAll(named.keySet());
        Map<Long, State> states = new LinkedHashMap<>();
        named.forEach((event, one) -> states.put(event, one.decision() == Decision.REJECTED ? State.REJECTED : State.ACCEPTED));
        int acceptedOfOthers = answer.counts().accepted() - (named.size() - rejected);
        if (acceptedOfOthers == others.size()) {
            others.forEach(event -> states.put(event, State.ACCEPTED));
        } else if (acceptedOfOthers == 0) {
            others.forEach(event -> states.put(event, State.REJECTED));
        }
        return new Judged(states, named, file.size() - states.size());
    }

    private static Map<Long, SetAnswer> named(Answer answer, Set<Long> file) {
        Map<Long, SetAnswer> named = new LinkedHashMap<>();
        for (SetAnswer one : answer.sets()) {
            long event = number(one.control());
            if (!file.contains(event)) {
                throw new Unfit.Found(new Unfit("unknown-set", "AK202", one.control(), ""));
            }
            if (named.put(event, one) != null) {
                throw new Unfit.Found(new Unfit("twice", "AK202", one.control(), ""));
            }
        }
        return named;
    }

    private static long number(String control) {
        try {
            return Long.parseLong(control);
        } catch (NumberFormatException e) {
            throw new Unfit.Found(Unfit.of("unknown-set"));
        }
    }

    /** AK902 is what the group had; of what came, AK904 was accepted; the letter says whether that was all, some or none. */
    private static void counts(Answer answer, int sets, int acceptedByName, int rejectedByName) {
        Answer.Counts counts = answer.counts();
        fits("AK902", counts.included(), sets);
        if (answer.decision() != Decision.REJECTED) {
            fits("AK903", counts.received(), sets);
        }
        switch (answer.decision()) {
            case ACCEPTED, NOTED -> {
                fits("AK904", counts.accepted(), sets);
                contradicts(rejectedByName > 0, "AK901", answer);
            }
            case REJECTED -> {
                fits("AK904", counts.accepted(), 0);
                contradicts(acceptedByName > 0, "AK901", answer);
            }
            case PARTLY -> {
                contradicts(counts.accepted() == 0 || counts.accepted() >= sets, "AK901", answer);
                contradicts(counts.accepted() < acceptedByName || counts.accepted() > sets - rejectedByName, "AK904", answer);
            }
        }
    }

    private static void fits(String place, int said, int is) {
        if (said != is) {
            throw new Unfit.Found(Unfit.at(place, String.valueOf(said), is));
        }
    }

    private static void contradicts(boolean does, String place, Answer answer) {
        if (does) {
            throw new Unfit.Found(new Unfit("contradicts", place, place.equals("AK904") ? String.valueOf(answer.counts().accepted()) : "", ""));
        }
    }

    /** Events of a file's sets. */
    static Set<Long> events(List<AnswerTable.SetRow> rows) {
        Set<Long> events = new HashSet<>();
        rows.forEach(row -> events.add(row.event()));
        return events;
    }
}
