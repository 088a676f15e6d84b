package org.assisterportal.task;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PageOf;

/** What the staff has to do; opened by the modules in the transaction of their fact, worked off by ARC officers. */
public interface Tasks {

    /** Opens a task in the caller's transaction; while one of this kind and subject is open, nothing happens. */
    void open(String kind, UUID subject, Map<String, String> facts, LocalDate due, Actor by);

    /** Open ones by due day, or done ones, newest first; 25 a page. For ARC officers, with an audit line. */
    PageOf<TaskView> list(boolean done, int page, Actor officer);

    Optional<TaskView> find(UUID id, Actor officer);

    /** How many are open, up to a thousand. */
    long openOnes();

    /** The officer takes an open task, from a colleague too; false when it is done already. */
    boolean take(UUID id, Actor officer);

    /** Closes it with what was found; false when it is done already. */
    boolean close(UUID id, String result, Actor officer);
}
