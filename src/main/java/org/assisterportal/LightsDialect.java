package org.assisterportal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assisterportal.access.RequirementAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * {@code <ul ap:lights="${answers}">}: a person's four lights as one compact element. A page has two hundred of them,
 * which as template markup cost more than all the rest of it.
 */
@Component
class LightsDialect extends AbstractProcessorDialect {
    private final Words words;
    private final MessageSource messages;

    LightsDialect(Words words, MessageSource messages) {
        super("Assister Portal", "ap", 1000);
        this.words = words;
        this.messages = messages;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Lights(prefix));
    }

    /** Replaces the element's body. */
    private final class Lights extends AbstractAttributeTagProcessor {
        Lights(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "lights", true, 1000, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IProcessableElementTag tag, AttributeName name, String expression,
                IElementTagStructureHandler handler) {
            @Nullable Object answers =
                    StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, expression)
                            .execute(context);
            handler.setBody(markup(answers instanceof List<?> list ? list : List.of()), false);
        }
    }

    private String markup(List<?> answers) {
        StringBuilder html = new StringBuilder(2000);
        for (Object one : answers) {
            if (one instanceof RequirementAnswer answer) {
                append(html, answer);
            }
        }
        return html.toString();
    }

    private void append(StringBuilder html, RequirementAnswer answer) {
        boolean met = answer.met();
        html.append("<li class=\"ap-light ").append(met ? "ap-light--met" : "ap-light--open")
                .append("\"><details class=\"ap-light__more\"><summary><span class=\"ap-light__mark\" aria-hidden=\"true\">")
                .append(met ? "✓" : "○").append("</span> ");
        text(html, message("access.requirement." + answer.requirement()));
        html.append("<span class=\"usa-sr-only\">, ");
        text(html, message(met ? "access.met" : "access.open"));
        html.append("</span>");
        if (!met) {
            html.append(" <span class=\"ap-light__mover\">");
            text(html, message("access.move", message("access.mover." + answer.move())));
            html.append("</span>");
        }
        html.append("</summary>");
        paragraph(html, "", words.say(answer.reason(), answer.facts()));
        if (!met) {
            paragraph(html, "", words.say(answer.todo(), answer.facts()));
        }
        Instant since = answer.since();
        if (since != null) {
            paragraph(html, " class=\"ap-quiet\"", message("access.since", words.day(since)));
        }
        paragraph(html, " class=\"ap-quiet\"", answer.clause());
        html.append("</details></li>");
    }

    private static void paragraph(StringBuilder html, String attribute, String words) {
        html.append("<p").append(attribute).append('>');
        text(html, words);
        html.append("</p>");
    }

    private static void text(StringBuilder html, String words) {
        html.append(HtmlEscape.escapeHtml4Xml(words));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
