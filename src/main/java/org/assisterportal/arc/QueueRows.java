package org.assisterportal.arc;

import java.time.Instant;
import java.util.List;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.pages.Lights;
import org.assisterportal.pages.Markup;
import org.assisterportal.pages.Words;
import org.springframework.stereotype.Component;

/** The body of the queue's table, fifty people at a time; see decision 3. */
@Component
class QueueRows {
    private final Words words;
    private final Lights lights;

    QueueRows(Words words, Lights lights) {
        this.words = words;
        this.lights = lights;
    }

    /** With a box to tick in each row when people can be selected. */
    String html(List<AccessStanding> rows, boolean selectable) {
        Markup html = new Markup();
        rows.forEach(row -> row(html, row, selectable));
        return html.toString();
    }

    private void row(Markup html, AccessStanding row, boolean selectable) {
        html.raw("<tr>");
        if (selectable) {
            cell(html, "arc.select").raw("<div class=\"usa-checkbox\"><input class=\"usa-checkbox__input\" type=\"checkbox\"")
                    .raw(" name=\"person\" id=\"p-").text(row.person()).raw("\" value=\"").text(row.person())
                    .raw("\"><label class=\"usa-checkbox__label\" for=\"p-").text(row.person())
                    .raw("\"><span class=\"usa-sr-only\">")
                    .text(words.say("arc.select.person", List.of(row.roster().name().full())))
                    .raw("</span></label></div></td>");
        }
        html.raw("<th scope=\"row\" data-label=\"").text(words.key("arc.name"))
                .raw("\"><a class=\"usa-link\" href=\"/arc/people/").text(row.person())
                .raw("\">").text(row.roster().name().sorted()).raw("</a>");
        if (row.holdReason() != null) {
            html.raw("<div class=\"ap-quiet\">").text(row.holdReason()).raw("</div>");
        }
        cell(html.raw("</th>"), "arc.agency").raw("<a class=\"usa-link\" href=\"/arc/agencies/").text(row.roster().agency())
                .raw("\">").text(row.roster().agencyName()).raw("</a></td>");
        cell(html, "arc.since");
        Instant since = row.stateSince();
        if (since != null) {
            html.text(words.day(since)).raw("<div class=\"ap-quiet\">").text(words.count("arc.days", words.daysSince(since)))
                    .raw("</div>");
        }
        cell(html.raw("</td>"), "arc.requirements");
        lights.into(html.raw("<ul class=\"ap-lights\">"), row.requirements()).raw("</ul></td></tr>\n");
    }

    private Markup cell(Markup html, String label) {
        return html.raw("<td data-label=\"").text(words.key(label)).raw("\">");
    }
}
