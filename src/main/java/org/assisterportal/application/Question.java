package org.assisterportal.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A page of the application. */
public enum Question {
    YEAR(Section.START, false),
    /** Where the household lives, and whether it stays in Minnesota. */
    HOME(Section.START, false),
    /** Name, day of birth, whether coverage is wanted. */
    PERSON(Section.HOUSEHOLD, true),
    /** How somebody is related to those who were named before. */
    RELATION(Section.HOUSEHOLD, true),
    /** Who takes care of a child that lives here without a parent. */
    CARE(Section.HOUSEHOLD, true),
    TAXES(Section.HOUSEHOLD, true),
    /** Whether those who want coverage and live elsewhere live in Minnesota. */
    RESIDENCE(Section.PEOPLE, false),
    CITIZENS(Section.PEOPLE, false),
    IMMIGRATION(Section.PEOPLE, true),
    PREGNANCY(Section.PEOPLE, false),
    FOSTER_CARE(Section.PEOPLE, false),
    DISABILITY(Section.PEOPLE, false),
    MEDICARE(Section.PEOPLE, false),
    CUSTODY(Section.PEOPLE, false),
    TRIBES(Section.PEOPLE, false),
    COVERED(Section.PEOPLE, false),
    COVERAGE(Section.PEOPLE, true),
    EARNERS(Section.PEOPLE, false),
    INCOME(Section.PEOPLE, true),
    DEDUCTIONS(Section.PEOPLE, true),
    EXPECTED(Section.PEOPLE, true),
    OFFER(Section.PEOPLE, true),
    SSN(Section.PEOPLE, true);

    /** Rows of amounts on a page that asks for several. */
    public static final int MOST_ROWS = 10;

    private final Section section;
    private final boolean ofOnePerson;

    Question(Section section, boolean ofOnePerson) {
        this.section = section;
        this.ofOnePerson = ofOnePerson;
    }

    /** What a question is about, for who changes one matter and leaves the others as they are. */
    public enum Matter {
        HOUSEHOLD,
        STATUS,
        COVERAGE,
        MONEY,
        OTHER
    }

    public Matter matter() {
        return switch (this) {
            case PERSON, RELATION, CARE, TAXES -> Matter.HOUSEHOLD;
            case CITIZENS, IMMIGRATION -> Matter.STATUS;
            case COVERED, COVERAGE -> Matter.COVERAGE;
            case EARNERS, INCOME, DEDUCTIONS, EXPECTED, OFFER -> Matter.MONEY;
            default -> Matter.OTHER;
        };
    }

    public Section section() {
        return section;
    }

    /** Whether it is asked for each person apart; else once for the household. */
    public boolean ofOnePerson() {
        return ofOnePerson;
    }

    /** As addresses and message keys name it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question of a stored answer; empty when it isn't asked any more. */
    public static Optional<Question> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    public static Optional<Question> of(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
