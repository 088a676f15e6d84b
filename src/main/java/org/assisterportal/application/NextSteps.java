package org.assisterportal.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Sentence;
import org.jspecify.annotations.Nullable;

/** What comes after a determination for each person; the notice and the result say it in the same words. */
public interface NextSteps {

    /** The answer to say first, with what else is open that the steps speak of. */
    String headline(PersonAnswer answer, Sentence.Speech speech);

    /**
     * The steps of one person.
     *
     * @param former what counted for the plan year before, null for the year's first version: whoever keeps what they had
     *     for now chooses nothing yet
     * @param decided the day of the signature or the notice, from which days to act are counted
     * @param today by which it is told whether plans can be chosen
     */
    Steps of(
            Determination determination, @Nullable Determination former, PersonAnswer answer, LocalDate decided, LocalDate today,
            Sentence.Speech speech);

    /**
     * That the program ends which somebody had by the version that counted before, and when; empty where none does.
     *
     * @param former of the same plan year
     */
    Optional<String> ends(Determination former, PersonAnswer answer, LocalDate decided, Sentence.Speech speech);

    /**
     * Sentences in the language of the speech.
     *
     * @param why what decided a no, a full price or an answer that is open; empty where help was granted
     */
    record Steps(String from, String next, List<String> why, Act act) {
        /** The same with something that has to be known or done first. */
        public Steps after(String first) {
            return new Steps(from, first + " " + next, why, act);
        }
    }

    /** What the person has to do here. */
    enum Act {
        CHOOSE_PLAN,
        /** An answer is missing, and has to be reported. */
        REPORT,
        NONE
    }
}
