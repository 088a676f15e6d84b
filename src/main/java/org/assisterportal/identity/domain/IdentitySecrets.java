package org.assisterportal.identity.domain;

import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The box for authenticators' secrets and held forms. */
@Configuration(proxyBeanMethods = false)
class IdentitySecrets {
    @Bean
    SecretBox identityBox(Keys keys) {
        return keys.box("identity-secrets");
    }
}
