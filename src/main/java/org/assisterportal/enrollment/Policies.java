package org.assisterportal.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/** A consumer's policies: to look at, and to end. */
public interface Policies {

    /** Newest first, at most fifty; shown. */
    List<Enrolled> list(Hand by);

    /** Those that aren't over, for a page that has its own line for what it shows. */
    List<Enrolled> open(ConsumerId consumer);

    /** When something about it was signed, proved or worked out last, of what counts; for a page that has its own line. */
    Instant changed(Hand by, PolicyNumber number);

    /** The name with which this hand signs about a policy. */
    String signer(Hand by, Enrolled policy);

    /** One of them, shown. */
    Enrolled show(Hand by, PolicyNumber number);

    /**
     * Ends these people's coverage after a day; before it begins, cancels it.
     *
     * @param form the typed name and the tick
     */
    Ended end(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay, Map<String, String> form);

    /** Message keys of what is wrong with such an end, by field; a signature may be refused for more. */
    Map<String, String> problems(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay);

    /**
     * What those who stay would pay from the next day on, if that were signed; keeps nothing. Empty where nobody stays, or it can't
     * be signed.
     */
    List<Later> later(Hand by, PolicyNumber number, List<String> people, LocalDate lastDay);

    /**
     * What a plan costs a month before and after.
     *
     * @param subscriber in whose name it goes on; null where that stays the same
     */
    record Later(String planName, Money before, Money after, @Nullable String subscriber) {}

    /** The outcome of an end. */
    sealed interface Ended {
        record Done() implements Ended {}

        /** Message keys of what is wrong, by field. */
        record Invalid(Map<String, String> problems) implements Ended {}

        /** It was ended for these people by then, or cancelled, already: by whom, which is empty for the marketplace, and when. */
        record Already(boolean cancelled, String by, Instant at) implements Ended {}

        record Stopped(Guard.Decision.Refused refused) implements Ended {}
    }

    /** What was signed about a policy, the earliest first; for a page that has its own line. */
    List<Signature> signatures(Hand by, PolicyNumber number);

    /**
     * A signature.
     *
     * @param signer empty where the marketplace renewed it
     * @param onBehalf the authorization under which an assister signed
     * @param waits whether it counts only when something is proved
     * @param never whether it never counted, as nothing was proved or it was taken back
     */
    record Signature(Instant at, What what, String signer, @Nullable Long onBehalf, @Nullable Made made, boolean waits, boolean never) {}

    /** What a signature did to a policy. */
    enum What {
        CHOSEN,
        RENEWED,
        JOINED,
        ENDED,
        CANCELLED,
        CREDIT,
        /** It costs another amount, by a choice about other plans. */
        COSTS,
        TAKEN_BACK,
        /** The plan went on in another variant, which nobody signs. */
        REASSIGNED
    }
}
