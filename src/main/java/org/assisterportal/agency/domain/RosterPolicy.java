package org.assisterportal.agency.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assisterportal.policy.MailboxRule;
import org.assisterportal.policy.PolicyValue;
import org.assisterportal.policy.PolicyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The roster's rules under the policy in force now. */
@Component
class RosterPolicy {
    private final PolicyValues policy;
    private final List<String> counties;
    private volatile @Nullable Made last;

    /** The rule as made out of these values; made anew when the policy is another one. */
    private record Made(PolicyValue refused, PolicyValue maybe, MailboxRule rule) {}

    RosterPolicy(PolicyValues policy) {
        this.policy = policy;
        try {
            counties =
                    new ClassPathResource("minnesota-counties.txt")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MailboxRule mailboxes() {
        PolicyValue refused = policy.inForce("roster.refused-mailboxes");
        PolicyValue maybe = policy.inForce("roster.maybe-mailboxes");
        Made made = last;
        if (made == null || !made.refused().equals(refused) || !made.maybe().equals(maybe)) {
            made = new Made(refused, maybe, new MailboxRule(refused, maybe));
            last = made;
        }
        return made.rule();
    }

    RowRules rows() {
        return new RowRules(mailboxes(), counties);
    }

    List<String> counties() {
        return counties;
    }

    String attestation() {
        return policy.inForce("text.roster-attestation").value();
    }
}
