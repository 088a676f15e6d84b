package org.assisterportal.task;

import org.assisterportal.shared.Actor;

/** The module that opened a task: whether it concerns the officer, who then leaves it to a colleague, and what follows its end. */
public interface TaskConflicts {

    /** False too for a task of a kind that another module opens. */
    boolean concern(TaskView task, Actor officer);

    /** Whether what it asks for was recorded where that is done; until then nobody closes it. */
    default boolean recorded(TaskView task) {
        return true;
    }

    /** An officer is about to close it, in this transaction: what {@link #closed} needs is locked before the task is. */
    default void closing(TaskView task) {}

    /** It was closed, in this transaction; not said of a task that somebody else had closed before. */
    default void closed(TaskView task, Actor officer) {}
}
