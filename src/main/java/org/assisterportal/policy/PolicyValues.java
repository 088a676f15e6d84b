package org.assisterportal.policy;

import java.time.LocalDate;
import java.util.List;

/** What the marketplace has decided, as of a date; a value that isn't there fails closed. */
public interface PolicyValues {

    /**
     * The value in force today, Minnesota's date.
     *
     * @throws IllegalStateException when none is
     */
    PolicyValue inForce(String code);

    PolicyValue inForce(String code, LocalDate day);

    /** Every value in force today, by code. */
    List<PolicyValue> all();
}
