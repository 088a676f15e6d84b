package org.assisterportal.learning;

import org.assisterportal.shared.Actor;

/** The Learning Center's own way in: the Unique Key, then a code mailed to the roster's address. */
public interface LearningSignIn {

    /** Mails a code if the Training ID is an active person's; the caller at this address learns nothing about that. */
    void request(String trainingId, String browserId, String address);

    /** How long a mailed code works. */
    int codeMinutes();

    /** Takes the newest code of this browser for this Training ID, once. */
    Outcome redeem(String trainingId, String browserId, String code, String address);

    /** Mails the Training ID to the address if it is on a roster; the caller learns nothing about that. */
    void mailKey(String email, String address);

    /** How it ended. */
    sealed interface Outcome {
        record Welcome(Actor learner, String agency) implements Outcome {}

        /** Wrong, used or too old; one answer for all, so that nothing can be probed. */
        record Refused() implements Outcome {}
    }
}
