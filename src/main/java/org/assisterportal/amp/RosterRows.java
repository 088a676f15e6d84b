package org.assisterportal.amp;

import java.time.LocalDate;
import java.util.List;
import org.assisterportal.pages.Lights;
import org.assisterportal.pages.Markup;
import org.assisterportal.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The body of the roster's table, fifty people at a time; see decision 3. */
@Component
class RosterRows {
    private final Words words;
    private final Lights lights;

    RosterRows(Words words, Lights lights) {
        this.words = words;
        this.lights = lights;
    }

    String html(List<RosterRow> rows) {
        Markup html = new Markup();
        rows.forEach(row -> row(html, row));
        return html.toString();
    }

    private void row(Markup html, RosterRow row) {
        html.raw("<tr><th scope=\"row\" data-label=\"").text(words.key("amp.col.name"))
                .raw("\"><a class=\"usa-link\" href=\"/amp/people/").text(row.person())
                .raw("\">").text(row.name()).raw("</a>");
        if (row.isNew() || row.changed()) {
            html.raw(" <span class=\"usa-tag\">").text(words.key(row.isNew() ? "amp.tag.new" : "amp.tag.changed")).raw("</span>");
        }
        cell(html.raw("</th>"), "amp.col.ids");
        if (row.trainingId() == null) {
            html.text(words.key("numbers.none-yet"));
        }
        number(html, "amp.training-id", row.trainingId());
        number(html, "amp.assister-id", row.assisterId());
        number(html, "amp.reference-number", row.referenceNumber());
        cell(html.raw("</td>"), "amp.col.employment").text(words.key(row.employed() ? "amp.active" : "amp.inactive"));
        String listing = row.listing();
        if (listing != null) {
            quiet(html, words.key(listing));
        }
        cell(html.raw("</td>"), "amp.col.certification").text(words.key("certification.status." + row.certification()));
        LocalDate through = row.certifiedThrough();
        if (through != null) {
            quiet(html, words.say("amp.through", List.of(words.day(through))));
        }
        cell(html.raw("</td>"), "amp.col.access").text(words.key(row.approved() ? "amp.yes" : "amp.no"));
        if (row.state() != null) {
            html.raw("<div>").text(words.key("access.state." + row.state())).raw("</div>");
        }
        String next = row.next();
        if (next != null) {
            quiet(html, words.key(next));
        }
        if (row.holdReason() != null) {
            quiet(html, row.holdReason());
        }
        cell(html.raw("</td>"), "amp.col.requirements");
        if (row.lights().isEmpty()) {
            html.text(words.key("amp.send-first"));
        } else {
            lights.into(html.raw("<ul class=\"ap-lights\">"), row.lights()).raw("</ul>");
        }
        html.raw("</td></tr>\n");
    }

    private Markup cell(Markup html, String label) {
        return html.raw("<td data-label=\"").text(words.key(label)).raw("\">");
    }

    private void number(Markup html, String label, @Nullable String number) {
        if (number != null) {
            html.raw("<div><span class=\"ap-quiet\">").text(words.key(label)).raw("</span> <span class=\"ap-code\">")
                    .text(words.grouped(number)).raw("</span></div>");
        }
    }

    private static void quiet(Markup html, @Nullable String text) {
        html.raw("<div class=\"ap-quiet\">").text(text).raw("</div>");
    }
}
