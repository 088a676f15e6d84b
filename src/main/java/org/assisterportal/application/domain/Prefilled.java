package org.assisterportal.application.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile;
import org.springframework.stereotype.Component;

/** What the consumer's profile says already, so that nobody types it twice. */
@Component
class Prefilled {
    private static final Set<String> ADDRESS = Set.of("street", "city", "zip", "county");

    private final Consumers consumers;

    Prefilled(Consumers consumers) {
        this.consumers = consumers;
    }

    Map<Spot, Map<String, String>> of(Hand by) {
        Profile profile =
                switch (by) {
                    case Hand.Own own -> consumers.own(own.actor());
                    case Hand.OnBehalf on -> consumers.view(on.acting());
                };
        Map<String, String> form = profile.form();
        Map<String, String> person = new TreeMap<>();
        for (String field : new String[] {"first-name", "last-name", "birth-date"}) {
            put(person, field, form);
        }
        Map<Spot, Map<String, String>> pages = new LinkedHashMap<>();
        pages.put(new Spot(Question.PERSON, Member.SELF), person);
        Map<String, String> home = new TreeMap<>();
        if (profile.addressKept()) {
            home.put(HomeForm.KEPT, "true");
        } else if (form.getOrDefault("state", "").equals("MN")) {
            ADDRESS.forEach(field -> put(home, field, form));
        }
        if (!home.isEmpty()) {
            pages.put(Spot.of(Question.HOME), home);
        }
        return pages;
    }

    private static void put(Map<String, String> page, String field, Map<String, String> form) {
        String value = form.getOrDefault(field, "");
        if (!value.isEmpty()) {
            page.put(field, value);
        }
    }
}
