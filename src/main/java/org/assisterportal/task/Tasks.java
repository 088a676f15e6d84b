package org.assisterportal.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Waiting;

/** What the staff has to do; opened by the modules in the transaction of their fact, worked off by ARC officers. */
public interface Tasks {

    /** Opens a task in the caller's transaction; while one of this kind and subject is open, nothing happens. */
    void open(String kind, UUID subject, Map<String, String> facts, LocalDate due, Actor by);

    /** When the one of this kind and subject that is open was opened; in the caller's transaction. */
    Optional<Instant> openSince(String kind, UUID subject);

    /** Open ones by due day, or done ones, newest first; 25 a page. For ARC officers, with an audit line. */
    PageOf<TaskView> list(boolean done, int page, Actor officer);

    Optional<TaskView> find(UUID id, Actor officer);

    /** The open ones, to be counted with what waits elsewhere. */
    Waiting.OnList openOnes();

    /** The officer takes an open task, from a colleague too. */
    Outcome take(UUID id, Actor officer);

    /** The officer gives a task of theirs back, for whoever takes it next. */
    Outcome handBack(UUID id, Actor officer);

    /** Closes it with what was found. */
    Outcome close(UUID id, String result, Actor officer);

    /** Closes the open task of this kind and subject with what the officer found, if there is one; in the caller's transaction. */
    void closeAbout(String kind, UUID subject, String result, Actor officer);

    /** What became of an act; words are {@code task.outcome.<outcome>}. */
    enum Outcome {
        DONE,
        /** It is closed already, or isn't the officer's to give back. */
        GONE,
        /** The officer is concerned themselves; a colleague decides. */
        OWN,
        /** Nothing was written down, or more than {@link #LONGEST_RESULT} characters. */
        NO_RESULT,
        /** What was found is recorded elsewhere first. */
        NOT_RECORDED
    }

    int LONGEST_RESULT = 1000;
}
