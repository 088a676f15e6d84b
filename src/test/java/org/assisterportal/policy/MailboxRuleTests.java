package org.assisterportal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxRuleTests {
    private static final MailboxRule RULE =
            MailboxRule.inForce(
                    new PolicyValues() {
                        @Override
                        public PolicyValue inForce(String code) {
                            String list = code.equals("roster.refused-mailboxes") ? "info\nintern\nfront-desk\nmail\nemail\nabuse\noffice" : "paris\nsales";
                            return new PolicyValue(code, list, "1.2", LocalDate.of(2018, 1, 1));
                        }

                        @Override
                        public PolicyValue inForce(String code, LocalDate day) {
                            return inForce(code);
                        }

                        @Override
                        public Optional<PolicyValue> find(String code) {
                            return Optional.of(inForce(code));
                        }
                    });

    @ParameterizedTest
    @CsvSource({
        "info@agency.org, true, false",
        "INFO@agency.org, true, false",
        "intern@agency.org, true, false",
        "intern2@agency.org, true, false",
        "info+ana@agency.org, true, false",
        "front-desk@agency.org, true, false",
        "i.n.f.o@agency.org, true, false",
        "in-fo@agency.org, true, false",
        "info_@agency.org, true, false",
        "info.desk@agency.org, true, false",
        "info-office2@agency.org, true, false",
        "office.mail@agency.org, true, false",
        "info1@agency.org, true, false",
        "1info@agency.org, true, false",
        "24.info.7@agency.org, true, false",
        "info+x@agency.org, true, false",
        "frontdesk@agency.org, true, false",
        "e-mail@agency.org, true, false",
        "a.buse@agency.org, false, true",
        "info.lopez@agency.org, false, true",
        "ana.info-lopez@agency.org, false, false",
        "desk.lopez@agency.org, false, false",
        "a.lopez7@agency.org, false, false",
        "p.aris@agency.org, false, true",
        "paris@agency.org, false, true",
        "sales1@agency.org, false, true",
        "ana.info@agency.org, false, false",
        "informa@agency.org, false, false",
        "ana@info.org, false, false",
        "not an address, false, false"
    })
    void roleWordsAreRefusedAndWordsThatMayBeANameAreAsked(String email, boolean refused, boolean asked) {
        assertThat(RULE.refuses(email)).isEqualTo(refused);
        assertThat(RULE.asks(email)).isEqualTo(asked);
    }
}
