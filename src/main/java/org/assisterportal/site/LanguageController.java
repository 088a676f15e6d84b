package org.assisterportal.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.assisterportal.pages.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language that a reader of consumers' pages chose. */
@Controller
class LanguageController {
    // One slash and then no other, so that it can't name another site.
    private static final Pattern OUR_OWN = Pattern.compile("/([A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(\\?[A-Za-z0-9._~%&=+;,-]*)?");

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String back,
            HttpServletResponse response) {
        languages.offered(lang).ifPresent(language -> languages.choose(response, language));
        return "redirect:" + (OUR_OWN.matcher(back).matches() ? back : "/directory");
    }
}
