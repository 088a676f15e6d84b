package org.assisterportal.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A diary's lines in the plain words of their consumer's language. */
@Component
class DiaryWords {
    private static final String UNKNOWN = "other";

    private final MessageSource messages;
    private final Words words;

    DiaryWords(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /**
     * A line to read.
     *
     * @param detail which fields, or why; empty when there is nothing more to say
     * @param who the assister's name, or "you"
     * @param wrong whether the consumer can say that it is wrong
     */
    record Row(
            UUID id, Instant at, String said, String detail, String who, @Nullable String agency, @Nullable Long number,
            boolean wrong) {}

    List<Row> rows(List<DiaryLine> lines) {
        return lines.stream().map(this::row).toList();
    }

    Row row(DiaryLine line) {
        return new Row(
                line.id(), line.at(), said(line), detail(line), who(line), line.agency(), line.number(), line.byAssister());
    }

    private String said(DiaryLine line) {
        String way = line.facts().size() < 2 ? "" : "." + line.facts().get(1);
        List<String> keys = List.of("diary.you." + line.act(), "diary." + line.act() + way, "diary." + line.act(), "diary." + UNKNOWN);
        return words.first(line.hat() == Hat.CONSUMER ? keys : keys.subList(1, keys.size()), line.facts());
    }

    private String detail(DiaryLine line) {
        return switch (line.act()) {
            case "consumer.profile-changed" ->
                    line.facts().stream().map(field -> either("profile.field." + field, field)).collect(Collectors.joining(", "));
            case "authorization.ended" -> line.facts().size() < 2 ? "" : either("diary.ended." + line.facts().get(1), "");
            case "authorization.given" -> line.facts().size() < 4 ? "" : either("diary.scope." + line.facts().get(3), "");
            case "application.talked" -> line.facts().isEmpty() ? "" : either("diary.interpreter." + line.facts().getFirst(), "");
            case "application.answered" -> page(line.facts());
            case "application.person-removed" -> line.facts().size() < 2 ? "" : line.facts().get(1);
            default -> "";
        };
    }

    /** The title of an application's page; lines of before say too little for it. */
    private String page(List<String> facts) {
        return facts.size() < 3 ? "" : words.first(titles("apply." + facts.getFirst() + ".title", facts.getLast().isEmpty()), facts.subList(1, facts.size()));
    }

    private String who(DiaryLine line) {
        return switch (line.hat()) {
            case null -> words.key("diary.by.product");
            case CONSUMER -> words.key("diary.by.you");
            case ARC_OFFICER -> words.key("diary.by.arc");
            default -> line.by();
        };
    }

    private String either(String key, String otherwise) {
        String said = messages.getMessage(key, null, otherwise, Languages.current());
        return said == null ? otherwise : said;
    }

    /** A page that asks about the year has a title of its own for who hadn't chosen one. */
    private static List<String> titles(String title, boolean withoutYear) {
        return withoutYear ? List.of(title + ".no-year", title) : List.of(title);
    }
}
