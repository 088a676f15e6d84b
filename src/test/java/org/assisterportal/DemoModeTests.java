package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;

class DemoModeTests {
    private static Set<String> beans(String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        return new ClassPathScanningCandidateComponentProvider(true, environment)
                .findCandidateComponents("org.assisterportal").stream()
                        .map(BeanDefinition::getBeanClassName)
                        .filter(name -> name.startsWith("org.assisterportal.demo.")
                                || name.startsWith("org.assisterportal.embedded.")
                                || name.contains(".Demo"))
                        .collect(Collectors.toSet());
    }

    @Test
    void productionHasNoBeanOfTheDemoAndNoServerOfItsOwn() {
        assertThat(beans()).isEmpty();
    }

    @Test
    void demoModeHasThem() {
        assertThat(beans("demo"))
                .contains("org.assisterportal.demo.DemoController")
                .contains("org.assisterportal.embedded.EmbeddedConfiguration");
    }
}
