package org.assisterportal.enrollment.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assisterportal.application.Hand;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The columns that say whose hand wrote a row that is only added to, and when. */
final class ByWhom {
    private ByWhom() {}

    static Map<String, @Nullable Object> params(Hand by, Instant now) {
        Map<String, @Nullable Object> who = new HashMap<>();
        who.put("consumer", by.consumer().value());
        who.put("now", Sql.time(now));
        who.put("account", by.actor().account());
        who.put("name", by.actor().name());
        who.put("hat", String.valueOf(by.actor().hat()));
        who.put("number", by instanceof Hand.OnBehalf on ? on.acting().number() : null);
        return who;
    }
}
