package org.assisterportal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
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
        if (!isAddress(environment.getProperty("assisterportal.base-url", ""))) {
            problems.add("ASSISTERPORTAL_BASE_URL must be the public address, https:// and a host with nothing after it"
                    + " but a port: mails' links begin with it");
        }
        KeyQuality.problem(environment.getProperty("assisterportal.key", ""))
                .ifPresent(
                        why ->
                                problems.add("ASSISTERPORTAL_KEY must be at least 32 random bytes in Base64"
                                        + " (openssl rand -base64 32): " + why));
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
        problems.addAll(ProductionConnections.problems(environment));
        return problems;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return text.equals("https://" + address.getRawAuthority())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Carries the list to the operator. */
    static final class UnsafeSettings extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnsafeSettings(String message) {
            super(message, null);
        }
    }
}
