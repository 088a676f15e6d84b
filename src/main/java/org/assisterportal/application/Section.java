package org.assisterportal.application;

/** The parts of an application, in the order of its task list. */
public enum Section {
    START,
    HOUSEHOLD,
    PEOPLE,
    REVIEW
}
