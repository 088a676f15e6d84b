package org.assisterportal.account;

import java.time.LocalDate;
import java.util.Locale;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.TermsOfUse;
import org.assisterportal.policy.PolicyTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a consumer and the marketplace agree to, as pages show it. */
@Component
class ConsumerTerms {
    private final PolicyTexts texts;
    private final TermsOfUse acceptances;

    ConsumerTerms(PolicyTexts texts, TermsOfUse acceptances) {
        this.texts = texts;
        this.acceptances = acceptances;
    }

    LocalDate version() {
        return acceptances.inForce(AccountKind.CONSUMER);
    }

    void show(Locale reader, Model model) {
        model.addAttribute("terms", texts.inForce("text.consumer-terms", reader));
        model.addAttribute("version", version());
    }

    /** Whether the version that the form says it showed is the one in force. */
    boolean isInForce(String version) {
        return version().toString().equals(version);
    }
}
