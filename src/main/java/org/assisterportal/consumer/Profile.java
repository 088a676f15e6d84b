package org.assisterportal.consumer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

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

    /** The form's values, by {@link Consumers#FIELDS}; days as people type them. */
    public Map<String, String> form() {
        Map<String, String> values = new HashMap<>();
        values.put("first-name", firstName);
        values.put("last-name", lastName);
        values.put("birth-date", birthDate == null ? "" : TYPED.format(birthDate));
        values.put("phone", phone);
        values.put("language", language);
        values.put("interpreter", interpreter);
        if (address != null) {
            values.put("street", address.street());
            values.put("city", address.city());
            values.put("state", address.state());
            values.put("zip", address.zip());
            values.put("county", address.county());
            values.put("confidential", String.valueOf(address.confidential()));
        }
        return values;
    }

    /** What an application will ask for and isn't known yet; words are {@code profile.field.<name>}. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (birthDate == null) {
            missing.add("birth-date");
        }
        if (phone.isEmpty()) {
            missing.add("phone");
        }
        if (address == null) {
            missing.add("address");
        }
        return missing;
    }
}
