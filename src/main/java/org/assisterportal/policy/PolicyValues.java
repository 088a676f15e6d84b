package org.assisterportal.policy;

import java.time.LocalDate;
import java.util.Optional;

/** What the marketplace has decided, as of a date; a value that isn't there fails closed. */
public interface PolicyValues {

    /**
     * The value in force today, Minnesota's date.
     *
     * @throws IllegalStateException when none is
     */
    PolicyValue inForce(String code);

    PolicyValue inForce(String code, LocalDate day);

    /** The value in force today; empty where nothing was decided yet. */
    Optional<PolicyValue> find(String code);
}
