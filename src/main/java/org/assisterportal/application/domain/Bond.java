package org.assisterportal.application.domain;

import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;

/** One is this to the other: a child to a parent. */
record Bond(Member one, Kin kin, Member other) {

    /** Who is the elder in it, when it is between a parent and a child, or the like; a stepparent may be younger. */
    boolean elderIsOne() {
        return switch (kin) {
            case PARENT, GRANDPARENT -> true;
            default -> false;
        };
    }

    boolean elderIsOther() {
        return switch (kin) {
            case CHILD, GRANDCHILD -> true;
            default -> false;
        };
    }

    boolean isOf(String key) {
        return one.key().equals(key) || other.key().equals(key);
    }

    /** The same with this person as they are now. */
    Bond with(Member person) {
        return one.key().equals(person.key()) ? new Bond(person, kin, other) : new Bond(one, kin, person);
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
