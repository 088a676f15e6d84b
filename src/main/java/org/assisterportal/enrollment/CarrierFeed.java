package org.assisterportal.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assisterportal.application.ApplicationId;

/** What carriers weren't told yet. Whoever tells them takes it off the list in the transaction that keeps what was told. */
public interface CarrierFeed {

    /** The carriers, by their five digits, for which something waits. */
    List<String> waiting();

    /**
     * Takes a carrier's events off the list, oldest first, in the open transaction; each is handed over as it is read, so
     * that any number fits into little memory.
     *
     * @return how many
     */
    int take(String issuer, int most, Consumer<CarrierEvent> each);

    /** Whose policy an event is about. */
    Optional<Whose> whose(long event);

    /** Whose a policy is, by the marketplace's number of it as carriers have it. */
    Optional<Whose> whose(String policy);

    /**
     * Whose a policy is.
     *
     * @param application the signed version of which its carrier was told last
     */
    record Whose(String policy, String issuer, ApplicationId application) {}
}
