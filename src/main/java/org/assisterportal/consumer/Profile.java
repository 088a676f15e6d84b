package org.assisterportal.consumer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a consumer apart from applications. Texts are never null; what is missing is empty.
 *
 * @param phone ten digits as 612-555-0100
 * @param language of pages and mails: en or es
 * @param interpreter the language to interpret, empty when none is needed
 * @param address null when there is none, or when it is confidential and a helper looks
 * @param addressKept the address is confidential
 * @param version changes with each change
 */
public record Profile(
        ConsumerId id,
        String firstName,
        String lastName,
        @Nullable LocalDate birthDate,
        String email,
        String phone,
        String language,
        String interpreter,
        @Nullable Address address,
        boolean addressKept,
        int version) {

    /**
     * Where somebody lives.
     *
     * @param confidential never shown to a helper
     */
    public record Address(String street, String city, String state, String zip, String county, boolean confidential) {
        /** The same address, for everybody who may see the profile. */
        public Address open() {
            return new Address(street, city, state, zip, county, false);
        }
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
