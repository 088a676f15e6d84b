package org.assisterportal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * The texts of every module and door, looked up in one map: the default source asks one file after the other, which a
 * page of fifty people does a thousand times.
 */
@Configuration
class TextConfiguration {

    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") List<String> files) {
        ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
        texts.setBasenames(files.stream().map(file -> "classpath:" + file).toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
