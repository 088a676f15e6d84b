package org.assisterportal.consumer.domain;

import java.time.Duration;
import org.assisterportal.policy.PolicyValues;
import org.springframework.stereotype.Component;

/** What the marketplace decided about authorizations without an account. */
@Component
class RequestPolicy {
    private final PolicyValues values;

    RequestPolicy(PolicyValues values) {
        this.values = values;
    }

    /** How long a mailed request can be confirmed. */
    Duration open() {
        return Duration.ofHours(number("authorization.request-hours"));
    }

    int aDay() {
        return number("authorization.requests-a-day");
    }

    int sends() {
        return number("authorization.request-sends");
    }

    int mailsADay() {
        return number("authorization.request-mails-a-day");
    }

    int codeTries() {
        return number("authorization.request-code-tries");
    }

    Duration kept() {
        return Duration.ofDays(number("authorization.request-kept-days"));
    }

    /** How long what was confirmed by mail lasts. */
    Duration lasts() {
        return Duration.ofDays(number("authorization.mailed-days"));
    }

    /** How long before its end it can be confirmed again. */
    Duration again() {
        return Duration.ofDays(number("authorization.again-days"));
    }

    private int number(String code) {
        return values.inForce(code).number();
    }
}
