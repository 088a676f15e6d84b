package org.assisterportal.site;

import java.util.List;
import java.util.Map;
import org.assisterportal.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The support pages that mails link to; open to everybody and without private data. */
@Controller
class HelpController {
    private static final Map<String, List<String>> PAGES =
            Map.of(
                    "portal", List.of("what", "start", "stopped", "call"),
                    "account", List.of("password", "authenticator", "codes", "share", "time"),
                    "authorization", List.of("number", "steps", "may", "end"));

    @GetMapping("/help/{page}")
    String show(@PathVariable String page, Model model) {
        List<String> parts = PAGES.get(page);
        if (parts == null) {
            throw new NotFound();
        }
        model.addAttribute("page", page);
        model.addAttribute("parts", parts);
        return "site/help";
    }
}
