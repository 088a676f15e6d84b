package org.assisterportal.pages;

import java.time.Instant;
import java.util.List;
import org.assisterportal.access.RequirementAnswer;
import org.springframework.stereotype.Component;

/** The four lights as list items: each opens to its reason, what to do, since when, and the policy's clause. */
@Component
public class Lights {
    private final Words words;

    Lights(Words words) {
        this.words = words;
    }

    /** Writes the items of a {@code <ul class="ap-lights">}. */
    public Markup into(Markup html, List<RequirementAnswer> answers) {
        answers.forEach(answer -> one(html, answer));
        return html;
    }

    private void one(Markup html, RequirementAnswer answer) {
        boolean met = answer.met();
        html.raw(met ? "<li class=\"ap-light ap-light--met\">" : "<li class=\"ap-light ap-light--open\">")
                .raw("<details class=\"ap-light__more\"><summary><span class=\"ap-light__mark\" aria-hidden=\"true\">")
                .raw(met ? "✓" : "○")
                .raw("</span> ")
                .text(words.key("access.requirement." + answer.requirement()))
                .raw("<span class=\"usa-sr-only\">, ")
                .text(words.key(met ? "access.met" : "access.open"))
                .raw("</span>");
        if (!met) {
            html.raw(" <span class=\"ap-light__mover\">")
                    .text(words.say("access.move", List.of(words.key("access.mover." + answer.move()))))
                    .raw("</span>");
        }
        html.raw("</summary><p>").text(words.say(answer.reason(), answer.facts()));
        if (!met) {
            html.raw("</p><p>").text(words.say(answer.todo(), answer.facts()));
        }
        Instant since = answer.since();
        if (since != null) {
            html.raw("</p><p class=\"ap-quiet\">").text(words.say("access.since", List.of(words.day(since))));
        }
        html.raw("</p><p class=\"ap-quiet\">").text(answer.clause()).raw("</p></details></li>");
    }
}
