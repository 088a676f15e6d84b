package org.assisterportal.task;

import org.assisterportal.shared.Actor;

/** Known to the module that opened a task: whether it concerns the officer, who then leaves it to a colleague. */
public interface TaskConflicts {

    /** False too for a task of a kind that another module opens. */
    boolean concern(TaskView task, Actor officer);
}
