package org.assisterportal.site;

import org.assisterportal.consumer.WrongLinks;
import org.assisterportal.consumer.WrongLinks.Link;
import org.assisterportal.consumer.WrongLinks.Said;
import org.assisterportal.pages.Languages;
import org.assisterportal.policy.PolicyValues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "This is wrong", from a mail: the page says what will happen, and only its button does it. */
@Controller
@RequestMapping("/wrong/{token}")
class WrongController {
    private final WrongLinks links;
    private final PolicyValues policy;

    WrongController(WrongLinks links, PolicyValues policy) {
        this.links = links;
        this.policy = policy;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        return switch (links.open(token)) {
            case Link.About about -> {
                model.addAttribute("about", about);
                model.addAttribute("action", "/wrong/" + token);
                model.addAttribute("longest", WrongLinks.LONGEST);
                model.addAttribute("days", policy.inForce("authorization.dispute-days").number());
                yield about.said() && !about.helps() ? "site/wrong-stopped" : "site/wrong";
            }
            case Link.Expired expired -> ended("Expired", model);
            case Link.Unknown unknown -> ended("Unknown", model);
        };
    }

    private static String ended(String state, Model model) {
        model.addAttribute("state", state);
        return "site/wrong-ended";
    }

    @PostMapping
    String say(
            @PathVariable String token, @RequestParam(defaultValue = "") String said, Model model) {
        return switch (links.say(token, said)) {
            case Said.Stopped stopped -> "redirect:/wrong/{token}?lang=" + Languages.tag(Languages.current());
            case Said.TooLong tooLong -> {
                model.addAttribute("problem", "wrong.said.long");
                model.addAttribute("said", said);
                yield show(token, model);
            }
            case Said.Gone gone -> show(token, model);
        };
    }
}
