package org.assisterportal.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.WhatIf;

/** The order of a page's fields, in which a summary says what is wrong: person by person and row by row, as the page has them. */
final class FieldOrder {
    private static final Pattern ROW = Pattern.compile("(.*-)(\\d{1,2})");
    private static final List<String> AMOUNTS = List.of("kind-", "amount-", "right-", "unknown-", "frequency-");
    private static final List<String> SUPPOSED = List.of(WhatIf.MONTH, WhatIf.EXPECTED, WhatIf.WITHOUT);
    private static final List<String> SUPPOSED_LAST = List.of(WhatIf.COMES, WhatIf.AGE, WhatIf.EARNS, WhatIf.YEAR);

    private FieldOrder() {}

    /** Where a field stands: its block first, then what it is within it. */
    private record Place(int block, int cell) {}

    static Map<String, String> of(Question question, Paper paper, Map<String, String> problems) {
        List<String> cells = cells(question);
        return sorted(problems, field -> place(field, cells, paper));
    }

    static Map<String, String> supposed(Paper paper, Map<String, String> problems) {
        return sorted(
                problems,
                field -> {
                    int last = SUPPOSED_LAST.indexOf(field);
                    return last < 0 ? place(field, SUPPOSED, paper) : new Place(Integer.MAX_VALUE, last);
                });
    }

    private static Map<String, String> sorted(Map<String, String> problems, java.util.function.Function<String, Place> at) {
        Map<String, String> sorted = new LinkedHashMap<>();
        problems.keySet().stream()
                .sorted(Comparator.comparing(at, Comparator.comparingInt(Place::block).thenComparingInt(Place::cell)))
                .forEach(field -> sorted.put(field, problems.get(field)));
        return sorted;
    }

    private static Place place(String field, List<String> cells, Paper paper) {
        List<Member> people = paper.people();
        for (int i = 0; i < people.size(); i++) {
            String key = people.get(i).key();
            if (field.equals(key) || field.endsWith("-" + key)) {
                return new Place(i + 1, cell(field.substring(0, field.length() - key.length()), cells));
            }
        }
        Matcher row = ROW.matcher(field);
        return row.matches() ? new Place(Integer.parseInt(row.group(2)), cell(row.group(1), cells)) : new Place(0, cell(field, cells));
    }

    private static int cell(String name, List<String> cells) {
        int at = cells.indexOf(name);
        return at < 0 ? cells.size() : at;
    }

    private static List<String> cells(Question question) {
        return switch (question) {
            case HOME -> List.of("kept", "no-home", "street", "city", "zip", "county", "mail-street", "mail-city", "mail-state", "mail-zip", "stays");
            case PERSON -> List.of("first-name", "last-name", "birth-date", "applies", "here");
            case TAXES -> List.of("filing", "reason", "claimed");
            case IMMIGRATION -> List.of("status", "since", "before", "military");
            case PREGNANCY -> List.of("", "expected-", "ended-");
            case INCOME, DEDUCTIONS -> AMOUNTS;
            case EXPECTED -> List.of("same", "amount");
            case OFFER -> List.of("offered", "own", "all", "value");
            case SSN -> List.of("has", "ssn");
            default -> List.of();
        };
    }
}
