package org.assisterportal.enrollment;

import java.util.List;
import java.util.function.Consumer;

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
}
