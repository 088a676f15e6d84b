package org.assisterportal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assisterportal.MarketplaceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class PolicyValuesTests {
    @Autowired private PolicyValues values;

    @Test
    void thePortalsPassMarkIsSeventyPercentByThePolicysClause() {
        PolicyValue mark = values.inForce("portal.assessment.pass-mark-percent");
        assertThat(mark.number()).isEqualTo(70);
        assertThat(mark.clause()).contains("Assister Portal Access Policy");
    }

    @Test
    void thePolicysExamplesOfGenericMailboxesAreRefused() {
        assertThat(values.inForce("roster.refused-mailboxes").items()).contains("info", "intern");
    }

    @Test
    void aValueThatIsNotInForceYetFailsClosed() {
        assertThatThrownBy(() -> values.inForce("activation.link-days", LocalDate.of(2017, 12, 31)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("activation.link-days");
    }

    @Test
    void whatNobodyDecidedIsNotFound() {
        assertThat(values.find("certification.due")).map(PolicyValue::code).contains("certification.due");
        assertThat(values.find("certification.never")).isEmpty();
    }
}
