package org.assisterportal.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Money;
import org.springframework.stereotype.Component;

/** A page's answers in words, for whoever reads the application over. */
@Component
public class AnswerWords {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,2})?");

    private final Words words;

    AnswerWords(Words words) {
        this.words = words;
    }

    /** A question and its answer. */
    public record Row(String asked, String said) {}

    /** What a page is about, with the name of whom it asks about. */
    public String title(Paper paper, Paper.Step step) {
        String what = words.key("apply.task." + step.spot().question().slug());
        return paper.person(step.spot().subject()).map(one -> what + ": " + one.name()).orElse(what);
    }

    public List<Row> rows(Paper paper, Paper.Step step) {
        Map<String, String> content = step.answer() == null ? Map.of() : step.answer().content();
        Said said = new Said(paper, step, content);
        switch (step.spot().question()) {
            case YEAR -> said.plain("apply.year.legend", "year");
            case HOME -> home(said);
            case PERSON -> {
                said.plain("apply.person.first-name", "first-name");
                said.plain("apply.person.last-name", "last-name");
                said.plain("apply.person.birth-date", "birth-date");
                said.choice("apply.person.applies", "applies", "apply.answer.");
                said.choice("apply.person.here", "here", "apply.answer.");
            }
            case RELATION -> step.whom().forEach(
                    one -> said.row(words.say("apply.relation.of", List.of(said.person(), one.name())), said.word("to-" + one.key(), "apply.kin.")));
            case CARE -> said.row(words.key("apply.care.legend"), said.who("carer", "apply.care.nobody"));
            case TAXES -> taxes(said);
            case CITIZENS, RESIDENCE, FOSTER_CARE, DISABILITY, MEDICARE, TRIBES, COVERED, EARNERS -> said.each("apply.answer.");
            case CUSTODY -> said.each("apply.custody.");
            case PREGNANCY -> pregnancy(said);
            case IMMIGRATION -> {
                said.choice("apply.immigration.status", "status", "apply.status.");
                said.plain("apply.immigration.since", "since");
                said.choice("apply.immigration.before", "before", "apply.status.");
                said.choice("apply.immigration.military", "military", "apply.answer.");
            }
            case COVERAGE -> said.row(
                    words.key("apply.task.coverage"),
                    Arrays.stream(Coverage.values())
                            .filter(one -> content.containsKey(one.name()))
                            .map(one -> words.key("apply.covered-by." + one))
                            .collect(Collectors.joining("; ")));
            case INCOME -> said.amounts("apply.income-kind.");
            case DEDUCTIONS -> {
                said.choice("apply.deductions.any", "any", "apply.answer.");
                said.amounts("apply.deduction-kind.");
            }
            case EXPECTED -> {
                said.choice("apply.expected.same", "same", "apply.answer.");
                said.money(words.key("apply.task.expected"), "amount");
            }
            case OFFER -> offer(said);
            case SSN -> {
                said.choice("apply.ssn.has", "has", "apply.ssn-has.");
                if (content.containsKey("given")) {
                    said.row(words.key("apply.ssn.number"), words.key("apply.ssn.on-file"));
                }
            }
        }
        return said.rows;
    }

    private void home(Said said) {
        if (said.content.containsKey("kept")) {
            said.row(words.key("apply.task.home"), words.key("apply.home.kept.short"));
        } else {
            if (said.content.containsKey("no-home")) {
                said.row(words.key("apply.task.home"), words.key("apply.home.no-home"));
            }
            for (String field : List.of("street", "city", "zip", "county")) {
                said.plain("apply.home." + field, field);
            }
            mailing(said);
        }
        said.choice("apply.home.stays", "stays", "apply.answer.");
    }

    private void mailing(Said said) {
        Map<String, String> typed = said.content;
        List<String> place = List.of(typed.getOrDefault("mail-city", ""), typed.getOrDefault("mail-state", "MN"), typed.getOrDefault("mail-zip", ""));
        if (typed.containsKey("mail-street") || typed.containsKey("mail-city") || typed.containsKey("mail-zip")) {
            said.row(words.key("apply.home.mail"), typed.getOrDefault("mail-street", "") + ", " + String.join(" ", place));
        }
    }

    private void taxes(Said said) {
        String filing = said.year().isEmpty() ? words.key("apply.taxes.filing.no-year") : words.say("apply.taxes.filing", List.of(said.year()));
        said.row(filing, said.word("filing", "apply.filing."));
        if ("SEPARATE".equals(said.content.get("filing"))) {
            said.choice("apply.taxes.reason", "reason", "apply.reason.");
        }
        String by = said.content.getOrDefault("claimed", "");
        said.row(
                words.key("apply.taxes.claimed"),
                said.paper.person(by).map(Member::name).orElseGet(() -> said.word("claimed", "apply.claimed.")));
    }

    private void pregnancy(Said said) {
        said.each("apply.answer.");
        for (Member one : said.step.whom()) {
            String answer = said.content.getOrDefault(one.key(), "");
            if (answer.equals("YES")) {
                said.row(one.name() + ": " + words.key("apply.pregnancy.expected"), said.content.getOrDefault("expected-" + one.key(), ""));
            } else if (said.content.containsKey("ended-" + one.key())) {
                said.row(one.name() + ": " + words.key("apply.pregnancy.ended"), said.content.getOrDefault("ended-" + one.key(), ""));
            }
        }
    }

    private void offer(Said said) {
        said.choice("apply.offer.offered", "offered", "apply.answer.");
        if ("YES".equals(said.content.get("offered"))) {
            said.money(words.say("apply.offer.own", List.of(said.person())), "own");
            String family =
                    said.step.whom().stream()
                            .filter(one -> said.content.containsKey("family-" + one.key()))
                            .map(Member::name)
                            .collect(Collectors.joining(", "));
            said.row(words.key("apply.offer.family"), family);
            said.money(words.key("apply.offer.all"), "all");
            said.choice("apply.offer.value", "value", "apply.answer.");
        }
    }

    /** Rows of one page as they come together; what is empty is left out. */
    private final class Said {
        private final Paper paper;
        private final Paper.Step step;
        private final Map<String, String> content;
        private final List<Row> rows = new ArrayList<>();

        Said(Paper paper, Paper.Step step, Map<String, String> content) {
            this.paper = paper;
            this.step = step;
            this.content = content;
        }

        String person() {
            return paper.person(step.spot().subject()).map(Member::name).orElse("");
        }

        String year() {
            return paper.planYear() == null ? "" : paper.planYear().toString();
        }

        void row(String asked, String said) {
            if (!said.isEmpty()) {
                rows.add(new Row(asked, said));
            }
        }

        void plain(String asked, String field) {
            row(words.key(asked), content.getOrDefault(field, ""));
        }

        String word(String field, String begin) {
            String value = content.getOrDefault(field, "");
            return value.isEmpty() ? "" : words.either(begin + value, value);
        }

        void choice(String asked, String field, String begin) {
            row(words.key(asked), word(field, begin));
        }

        String who(String field, String nobody) {
            String key = content.getOrDefault(field, "");
            return key.isEmpty() ? "" : paper.person(key).map(Member::name).orElse(words.key(nobody));
        }

        void each(String begin) {
            step.whom().forEach(one -> row(one.name(), word(one.key(), begin)));
        }

        void money(String asked, String field) {
            row(asked, amount(field, content.containsKey(field + "-unknown")));
        }

        private String amount(String field, boolean unknown) {
            String value = content.getOrDefault(field, "");
            if (value.isEmpty()) {
                return unknown ? words.key("apply.amount.unknown") : "";
            }
            String digits = value.replaceAll("[$,\\s]", "");
            return AMOUNT.matcher(digits).matches() ? Money.of(digits).words() : value;
        }

        void amounts(String begin) {
            for (int row = 1; row <= Question.MOST_ROWS; row++) {
                String amount = amount("amount-" + row, content.containsKey("unknown-" + row));
                String often = word("frequency-" + row, "apply.frequency.");
                row(word("kind-" + row, begin), amount.isEmpty() ? "" : amount + ", " + often);
            }
        }
    }
}
