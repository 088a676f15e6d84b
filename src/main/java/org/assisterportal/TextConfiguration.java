package org.assisterportal;

import java.util.List;
import org.assisterportal.pages.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the texts come from. */
@Configuration
class TextConfiguration {

    @Bean
    MessageSource messageSource(
            @Value("${spring.messages.basename}") List<String> files,
            @Value("${assisterportal.languages}") List<String> languages) {
        return new Texts(files, languages.stream().map(Languages::locale).toList());
    }
}
