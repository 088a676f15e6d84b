package org.assisterportal.eligibility;

import java.util.List;
import java.util.Set;

/** The one function that determines eligibility: for pages, notices, the ARC's desk and whoever asks "what if". */
public interface Eligibility {

    Outcome determine(Household household);

    /** Determines by exactly the rules of a kept determination, and by no others. */
    Outcome again(Household household, String rules);

    /** The plan years with rules, complete or not. */
    Set<Integer> planYears();

    /** Facts as text, to be kept with a determination or to be read by people. */
    String write(Household household);

    /** Reads what {@link #write} wrote, or a person; facts that are left out are what they are for most people. */
    Household read(String text);

    /** What comes of it. */
    sealed interface Outcome {}

    record Determined(Determination determination) implements Outcome {}

    /** There are no rules for the year, or of the version asked for, and no others are used. */
    record RulesNotLoaded(int planYear, String message, List<Object> facts) implements Outcome, Sentence {}

    /** Facts that can't all be true; correct them first. */
    record Inconsistent(List<Problem> problems) implements Outcome {}
}
