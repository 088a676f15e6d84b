package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people agree to when they sign says what the federal application has them say. */
class SignedWordsPagesTests extends CoverageScene {
    private static final String TEXT = "text.application-rights";

    @Autowired private PolicyTexts texts;

    @Test
    void whoeverSignsReadsAllThatTheyAgreeTo() {
        fillIn(maria);
        assertThat(body(look(maria, at("sign"))))
                .contains(
                        "sign this under penalty of perjury", "for up to five years", "I can take this back at any time", "within 30 days", "is in jail or prison",
                        "may ask the estate", "getting medical support", "you can appeal it", "race, color, national origin", "can register to vote")
                .doesNotContain("{signer}", "[own]", "lets the marketplace use data");
    }

    @Test
    void whoeverSignsForAnotherSaysForWhom() {
        fillIn(maria);
        assertThat(body(look(ana.actor(), at("sign"))))
                .contains("sign this for Maria Lopez, who has authorized me, under penalty of perjury", "Maria Lopez lets the marketplace use data", "Maria Lopez can take this back at any time")
                .doesNotContain("I let the marketplace", "{consumer}", "[behalf]");
    }

    @Test
    void theSpanishOneHasTheSameParts() {
        PolicyText english = texts.inForce(TEXT, Locale.ENGLISH);
        PolicyText spanish = texts.version(TEXT, english.version(), Locale.of("es")).orElseThrow();
        assertThat(signs(spanish)).isEqualTo(signs(english)).contains("true ", "false own", "false behalf");
    }

    /** Headings, and for which choice a paragraph stands, in their order. */
    private static List<String> signs(PolicyText text) {
        return text.paragraphs().stream().map(one -> one.heading() + " " + one.choice()).toList();
    }
}
