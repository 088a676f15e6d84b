package org.assisterportal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.policy.PolicyText.Paragraph;
import org.junit.jupiter.api.Test;

class PolicyTextTests {
    private static final String BODY =
            "# Who helps\n\n{assister} helps {consumer}.\n\n[apply] Also {assister} signs.\n\n[see] No more.\n";

    private final PolicyText text = PolicyText.of("text.test", LocalDate.parse("2026-01-01"), Locale.ENGLISH, true, BODY);

    @Test
    void aReaderReadsWhatStandsForTheirChoiceWithTheNamesInIt() {
        assertThat(text.read("apply", Map.of("assister", "Ana Torres", "consumer", "Cam")))
                .containsExactly(
                        new Paragraph(true, "", "Who helps"), new Paragraph(false, "", "Ana Torres helps Cam."),
                        new Paragraph(false, "", "Also Ana Torres signs."));
        assertThat(text.read("see", Map.of("assister", "Ana", "consumer", "Cam")))
                .extracting(Paragraph::words)
                .containsExactly("Who helps", "Ana helps Cam.", "No more.");
    }

    @Test
    void aNameThatLooksLikeAPlaceholderStaysWhatItIs() {
        assertThat(text.read("see", Map.of("assister", "{consumer} $1 \\", "consumer", "Cam")))
                .extracting(Paragraph::words)
                .contains("{consumer} $1 \\ helps Cam.");
    }

    @Test
    void aNameThatIsMissingFails() {
        assertThatThrownBy(() -> text.read("see", Map.of("assister", "Ana")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{consumer}");
    }

    @Test
    void theFingerprintIsOfTheTextAsStored() {
        assertThat(text.sha256())
                .hasSize(64)
                .isEqualTo(PolicyText.of("text.test", LocalDate.parse("2027-01-01"), Locale.ENGLISH, false, BODY).sha256())
                .isNotEqualTo(PolicyText.of("text.test", text.version(), Locale.ENGLISH, true, BODY + " ").sha256());
    }
}
