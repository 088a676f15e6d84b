package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assisterportal.application.Kin;
import org.assisterportal.enrollment.CarrierEvent.Reason;
import org.junit.jupiter.api.Test;

class CodesTests {
    @Test
    void everyCodeThatCanBeWrittenIsInTheSchema() throws Exception {
        String schema;
        try (InputStream file = CodesTests.class.getResourceAsStream("/x12/834.xml")) {
            schema = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> codes = new ArrayList<>();
        codes.add(Codes.relation(null));
        for (Kin kin : Kin.values()) {
            codes.add(Codes.relation(kin));
        }
        assertThat(codes).doesNotHaveDuplicates();
        for (Reason reason : Reason.values()) {
            for (String maintenance : List.of(Codes.ADDITION, Codes.CHANGE, Codes.TERMINATION)) {
                codes.add(Codes.reason(maintenance, reason));
            }
        }
        assertThat(codes).allSatisfy(code -> assertThat(schema).contains("<value>" + code + "</value>"));
    }

    @Test
    void anActsReasonIsThatOfWhoeverComesInOrLeavesAndNotOfWhoeverStays() {
        assertThat(Codes.reason(Codes.ADDITION, Reason.BIRTH)).isEqualTo("02");
        assertThat(Codes.reason(Codes.CHANGE, Reason.BIRTH)).isEqualTo("AI");
        assertThat(Codes.reason(Codes.TERMINATION, Reason.BIRTH)).as("another plan was chosen because of it").isEqualTo("22");
        assertThat(Codes.reason(Codes.CHANGE, Reason.MOVED)).as("all moved").isEqualTo("43");
        assertThat(Codes.reason(Codes.TERMINATION, Reason.BY_WISH)).isEqualTo("14");
        assertThat(Codes.reason(Codes.CHANGE, Reason.REPRICED)).isEqualTo("AI");
    }

    @Test
    void languagesHaveThreeLetters() {
        assertThat(List.of("en", "es", "so", "hmn", "", "nonsense-in-it", "?").stream().map(Codes::language))
                .containsExactly("ENG", "SPA", "SOM", "HMN", "UND", "UND", "UND");
    }
}
