package org.assisterportal.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.assisterportal.pages.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The language that a reader of consumers' pages chose. */
@Controller
class LanguageController {
    // One slash and then no other, so that it can't name another site.
    private static final Pattern OUR_OWN = Pattern.compile("/([A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(\\?[A-Za-z0-9._~%&=+;,-]*)?");

    /** The door whose forms, sent so, are shown with what was typed and do nothing. */
    private static final String SHOWS_AGAIN = "/coverage/";
    private static final String LANGUAGE = "check=language";

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    View choose(
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "false") boolean keep,
            HttpServletResponse response) {
        languages.offered(lang).ifPresent(language -> languages.choose(response, language));
        boolean ours = OUR_OWN.matcher(back).matches();
        // The page's own form came with the choice: the browser takes it along, and its page shows it again.
        boolean takenAlong = keep && ours && back.startsWith(SHOWS_AGAIN) && back.indexOf('?') < 0;
        RedirectView view = new RedirectView(takenAlong ? back + "?" + LANGUAGE : ours ? back : "/directory");
        view.setStatusCode(takenAlong ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.FOUND);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
