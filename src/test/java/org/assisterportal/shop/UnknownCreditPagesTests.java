package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assisterportal.coverage.CoverageScene;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.Plans;
import org.assisterportal.plan.PublishedDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Where nobody knows yet how much credit there is, no page says that there is none. */
class UnknownCreditPagesTests extends CoverageScene {
    @Autowired private Catalogs catalogs;
    @Autowired private Plans plans;

    private final MockHttpSession nobody = new MockHttpSession();

    @BeforeEach
    void publish() {
        PublishedDemo.publish(catalogs, plans);
    }

    private String told(String page, String... fields) {
        return body(followed(post(nobody, page, fields), nobody));
    }

    private String compared(String... more) {
        List<String> all = new ArrayList<>(List.of("zip", "55401", "ages", "40", "compare", "99101MN0010003", "compare", "99101MN0010002"));
        Collections.addAll(all, more);
        return told("/plans/compare", all.toArray(String[]::new));
    }

    @Test
    void aCreditThatIsNotKnownIsNoCreditOfNothing() {
        assertThat(compared("year", "2027", "income", "39125")).contains("not known yet", ", before the tax credit").doesNotContain("$0.00");
        assertThat(compared("year", "2026")).contains("not estimated: no income told").doesNotContain("$0.00", "before the tax credit");
        assertThat(compared("year", "2026", "income", "39125")).contains("$105.55").doesNotContain("not known yet");
        assertThat(compared("year", "2026", "income", "62601")).as("known, and nothing").contains("$0.00").doesNotContain("not known yet");
        assertThat(told("/plans", "year", "2027", "zip", "55401", "ages", "40", "income", "39125"))
                .contains("before the tax credit, which is not known yet");
        assertThat(told("/plans", "year", "2026", "zip", "55401", "ages", "40", "income", "39125")).doesNotContain("which is not known yet");
    }
}
