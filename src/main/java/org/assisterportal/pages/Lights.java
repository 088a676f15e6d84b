package org.assisterportal.pages;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assisterportal.access.Requirement;
import org.assisterportal.access.RequirementAnswer;
import org.assisterportal.access.RequirementAnswer.Mover;
import org.springframework.stereotype.Component;

/** The four lights as list items: each opens to its reason, what to do, since when, and the policy's clause. */
@Component
public class Lights {
    private static final int MOST_KEPT = 2_000;

    private final Words words;
    // Many people's lights read alike. Kept are sentences about agencies, courses and days; nobody's name is in them.
    private final Map<Light, String> written = new ConcurrentHashMap<>();

    Lights(Words words) {
        this.words = words;
    }

    /** Writes the items of a {@code <ul class="ap-lights">}. */
    public Markup into(Markup html, List<RequirementAnswer> answers) {
        if (written.size() > MOST_KEPT) {
            written.clear();
        }
        answers.forEach(answer -> html.raw(written.computeIfAbsent(light(answer), this::one)));
        return html;
    }

    /** What a light says, with the day in place of the moment. */
    private record Light(
            Requirement requirement, boolean met, String since, Mover move, String reason, String todo, List<String> facts,
            String clause) {}

    private Light light(RequirementAnswer answer) {
        return new Light(
                answer.requirement(), answer.met(), words.day(answer.since()), answer.move(), answer.reason(), answer.todo(),
                answer.facts(), answer.clause());
    }

    private String one(Light answer) {
        Markup html = new Markup();
        boolean met = answer.met();
        html.raw(met ? "<li class=\"ap-light ap-light--met\">" : "<li class=\"ap-light ap-light--open\">")
                .raw("<details class=\"ap-light__more\"><summary><span class=\"ap-light__mark\" aria-hidden=\"true\">")
                .raw(met ? "&#10003;" : "&#9675;")
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
        if (!answer.since().isEmpty()) {
            html.raw("</p><p class=\"ap-quiet\">").text(words.say("access.since", List.of(answer.since())));
        }
        return html.raw("</p><p class=\"ap-quiet\">").text(answer.clause()).raw("</p></details></li>").toString();
    }
}
