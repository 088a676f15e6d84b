package org.assisterportal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is unsafe in plain lines instead of a stack trace. */
final class UnsafeSettingsReport extends AbstractFailureAnalyzer<ProductionSettings.UnsafeSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable root, ProductionSettings.UnsafeSettings cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Change what is named above and start again; the README lists every setting.", cause);
    }
}
