package org.assisterportal.eligibility;

/** {@code person} is this of {@code of}: a parent of a child, a spouse of a spouse. Both are keys. */
public record Relation(String person, Kind kind, String of) {

    @SuppressWarnings("ConstantValue")
    public Relation {
        if (person == null || kind == null || of == null) {
            throw new IllegalArgumentException("A relation has two people and a kind");
        }
    }

    /** How two people are related. What follows from others needs no saying: a parent's other child is a sibling. */
    public enum Kind {
        SPOUSE,
        /** By birth or adoption. */
        PARENT,
        STEPPARENT,
        SIBLING,
        /** A relative who lives with a child and has primary responsibility for the child's care. */
        CARETAKER,
        GRANDPARENT,
        AUNT_OR_UNCLE,
        PARTNER,
        OTHER
    }

    public static Relation spouses(String one, String other) {
        return new Relation(one, Kind.SPOUSE, other);
    }

    public static Relation parent(String parent, String child) {
        return new Relation(parent, Kind.PARENT, child);
    }
}
