package org.assisterportal.pages;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/** HTML written by Java where a page has so many rows that a template would take most of its time. */
public final class Markup {
    private final StringBuilder html = new StringBuilder(4096);

    /** Markup of our own; never anything that a person typed. */
    public Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Escaped for elements and quoted attributes; null writes nothing. */
    public Markup text(@Nullable Object words) {
        if (words != null) {
            html.append(HtmlEscape.escapeHtml4Xml(words.toString()));
        }
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
