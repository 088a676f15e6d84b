package org.assisterportal.enrollment;

import org.assisterportal.shared.NotFound;

/** The marketplace's number of a policy, as people say it on the phone. */
public record PolicyNumber(long value) {

    /**
     * The number in an address.
     *
     * @throws NotFound for a text that isn't one
     */
    public static PolicyNumber parse(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new NotFound();
        }
        return new PolicyNumber(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
