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
    NOT_RELATED;

    /** What the other person is to this one. */
    public Kin inverse() {
        return switch (this) {
            case CHILD -> PARENT;
            case STEPCHILD -> STEPPARENT;
            case PARENT -> CHILD;
            case STEPPARENT -> STEPCHILD;
            case GRANDCHILD -> GRANDPARENT;
            case GRANDPARENT -> GRANDCHILD;
            case NIECE_OR_NEPHEW -> AUNT_OR_UNCLE;
            case AUNT_OR_UNCLE -> NIECE_OR_NEPHEW;
            case SPOUSE, SIBLING, PARTNER, OTHER, NOT_RELATED -> this;
        };
    }
}
