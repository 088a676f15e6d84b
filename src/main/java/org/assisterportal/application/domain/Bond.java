package org.assisterportal.application.domain;

import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;

/** One is this to the other: a child to a parent. */
record Bond(Member one, Kin kin, Member other) {

    /** Who is the elder in it, when it is between a parent and a child, or the like. */
    boolean elderIsOne() {
        return switch (kin) {
            case PARENT, STEPPARENT, GRANDPARENT -> true;
            default -> false;
        };
    }

    boolean elderIsOther() {
        return switch (kin) {
            case CHILD, STEPCHILD, GRANDCHILD -> true;
            default -> false;
        };
    }

    boolean isOf(String key) {
        return one.key().equals(key) || other.key().equals(key);
    }

    /** The other side of it. */
    Member besides(String key) {
        return one.key().equals(key) ? other : one;
    }

    /** Whether this person is a parent or stepparent in it. */
    boolean isParent(String key) {
        return one.key().equals(key)
                ? kin == Kin.PARENT || kin == Kin.STEPPARENT
                : kin == Kin.CHILD || kin == Kin.STEPCHILD;
    }
}
