package org.assisterportal;

import java.util.ArrayList;
import java.util.List;
import org.assisterportal.shared.Keys;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start for real people with settings that would put them at risk, and says all that is wrong at once. */
final class ProductionSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo | embedded"))) {
            return;
        }
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new UnsafeSettings("Assister Portal doesn't start:\n - " + String.join("\n - ", problems));
        }
    }

    static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        if (!environment.getProperty("assisterportal.base-url", "").startsWith("https://")) {
            problems.add("ASSISTERPORTAL_BASE_URL must be the public address and begin with https://");
        }
        String key = environment.getProperty("assisterportal.key", "");
        try {
            Keys.fromBase64(key);
        } catch (IllegalArgumentException e) {
            problems.add("ASSISTERPORTAL_KEY must be at least 32 random bytes in Base64 (openssl rand -base64 32): "
                    + (key.isBlank() ? "it is missing" : e.getMessage()));
        }
        for (String setting : List.of("from", "arc-from")) {
            if (environment.getProperty("assisterportal.mail." + setting, "").isBlank()) {
                problems.add("ASSISTERPORTAL_MAIL_" + setting.toUpperCase(java.util.Locale.ROOT).replace('-', '_')
                        + " must be the address that mail comes from");
            }
        }
        for (String needed : List.of("spring.datasource.url", "spring.mail.host")) {
            if (environment.getProperty(needed, "").isBlank()) {
                problems.add(needed + " is missing");
            }
        }
        return problems;
    }

    /** Carries the list to the operator. */
    static final class UnsafeSettings extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnsafeSettings(String message) {
            super(message, null);
        }
    }
}
