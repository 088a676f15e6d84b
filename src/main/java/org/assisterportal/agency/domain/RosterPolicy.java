package org.assisterportal.agency.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assisterportal.policy.PolicyValues;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The roster's rules under the policy in force now. */
@Component
class RosterPolicy {
    private final PolicyValues policy;
    private final List<String> counties;

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
        return MailboxRule.inForce(policy);
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
