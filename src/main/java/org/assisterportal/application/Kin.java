package org.assisterportal.application;

/** What somebody is to another person of the household. */
public enum Kin {
    SPOUSE,
    CHILD,
    STEPCHILD,
    PARENT,
    STEPPARENT,
    SIBLING,
    GRANDCHILD,
    GRANDPARENT,
    NIECE_OR_NEPHEW,
    AUNT_OR_UNCLE,
    PARTNER,
    OTHER,
    NOT_RELATED
}
