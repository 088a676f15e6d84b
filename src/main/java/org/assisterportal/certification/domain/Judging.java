package org.assisterportal.certification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.CertificationStanding.Item;
import org.assisterportal.certification.CertificationStanding.State;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.certification.domain.CertificationFacts.Recorded;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Timeline;
import org.jspecify.annotations.Nullable;

/** Judges certification by facts that were read, the rules in force and one moment. */
class Judging {
    private final Rules rules;
    private final Transcripts transcripts;
    private final Instant now;

    Judging(Rules rules, Transcripts transcripts, Instant now) {
        this.rules = rules;
        this.transcripts = transcripts;
        this.now = now;
    }

    /** The policy's values. */
    record Rules(List<String> courses, int firstCourses, CertificationCalendar calendar) {}

    CertificationStanding judge(RosterRecord roster, Transcript transcript, Recorded facts) {
        Timeline certified =
                CertificationRules.certified(roster.underContract(), facts.studies(), transcript, rules.courses(), rules.calendar());
        boolean open = roster.trainingId() != null;
        CertificationStatus status =
                certified.holdsAt(now)
                        ? CertificationStatus.CERTIFIED
                        : open ? CertificationStatus.NOT_CERTIFIED : CertificationStatus.NEW;
        return new CertificationStanding(
                roster.person(), status, facts.assisterId(), certified, CertificationRules.expiresOn(certified, now),
                checklist(roster, transcript, facts));
    }

    private List<Item> checklist(RosterRecord roster, Transcript transcript, Recorded facts) {
        List<Item> items = new ArrayList<>();
        boolean contract = roster.underContract().holdsAt(now);
        items.add(
                new Item(
                        "contract", contract ? State.MET : State.OPEN,
                        day(roster.underContract().stateSince(now).orElse(null)), "certification.source.roster",
                        roster.agencyName()));
        for (String course : rules.courses()) {
            Timeline passed = CertificationRules.passed(transcript.course(course).passes(), rules.calendar());
            State state =
                    passed.holdsAt(now) ? State.MET : passed.intervals().isEmpty() ? State.OPEN : State.LAPSED;
            items.add(
                    new Item(
                            "course:" + course, state, day(transcript.course(course).lastPassedAt()),
                            "certification.source.learning", transcripts.title(course)));
        }
        items.add(background(transcript, facts));
        return items;
    }

    private Item background(Transcript transcript, Recorded facts) {
        CertificationRules.Background newest = facts.studies().isEmpty() ? null : facts.studies().getLast();
        State state;
        if (newest == null) {
            boolean mayStart = CertificationRules.backgroundMayStart(transcript, rules.courses(), rules.firstCourses());
            state = mayStart ? State.OPEN : State.NOT_YET_POSSIBLE;
        } else {
            state =
                    switch (newest.result()) {
                        case CLEARED -> State.MET;
                        case NOT_CLEARED -> State.NOT_CLEARED;
                        case PROBLEM -> State.PROBLEM;
                    };
        }
        return new Item(
                "background-study", state, newest == null ? null : day(newest.recordedAt()), "certification.source.arc", "");
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, Minnesota.ZONE);
    }
}
