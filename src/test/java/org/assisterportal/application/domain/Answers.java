package org.assisterportal.application.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.shared.Hat;

/** Answers of an application that is put together page by page, as of 28 November 2026. */
final class Answers {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Map<String, List<String>> OF_ZIPS =
            Map.of("55802", List.of("St. Louis"), "55110", List.of("Ramsey", "Washington"), "51360", List.of("Jackson"));
    private final Map<Spot, Answered> answers = new LinkedHashMap<>();

    /** A page's fields and values in turn. */
    Answers page(Question question, String subject, String... fields) {
        Map<String, String> content = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            content.put(fields[i], fields[i + 1]);
        }
        answers.put(new Spot(question, subject), new Answered(content, 1, Instant.EPOCH, "Maria Lopez", Hat.CONSUMER));
        return this;
    }

    Answers page(Question question, Map<String, String> content) {
        answers.put(Spot.of(question), new Answered(content, 1, Instant.EPOCH, "Maria Lopez", Hat.CONSUMER));
        return this;
    }

    Answers person(String key, String first, String born, boolean applies) {
        return page(
                Question.PERSON, key, "first-name", first, "last-name", "Lopez", "birth-date", born, "applies",
                applies ? "YES" : "NO", "here", "YES");
    }

    /** The same, of somebody who lives in another home. */
    Answers elsewhere(String key, String first, String born, boolean applies) {
        return page(
                Question.PERSON, key, "first-name", first, "last-name", "Lopez", "birth-date", born, "applies",
                applies ? "YES" : "NO", "here", "NO");
    }

    Sheet sheet() {
        return new Sheet(answers, TODAY, List.of("Jackson", "Ramsey", "St. Louis", "Washington"), Answers::counties);
    }

    /** As a catalog of 2026 has them that knows three ZIPs. */
    private static List<String> counties(int year, String zip) {
        return year == 2026 ? OF_ZIPS.getOrDefault(zip, List.of()) : List.of();
    }

    /** A single adult of 36 with wages, everything answered. */
    static Answers ofMaria() {
        return new Answers()
                .page(Question.YEAR, "", "year", "2026")
                .page(
                        Question.HOME, "", "street", "1412 Superior Street", "city", "Duluth", "zip", "55802", "county",
                        "St. Louis", "stays", "YES")
                .person("self", "Maria", "5/17/1990", true)
                .page(Question.TAXES, "self", "filing", "SINGLE", "claimed", "NOBODY")
                .page(Question.CITIZENS, "", "self", "YES")
                .page(Question.PREGNANCY, "", "self", "NO")
                .page(Question.DISABILITY, "", "self", "NO")
                .page(Question.MEDICARE, "", "self", "NO")
                .page(Question.CUSTODY, "", "self", "FREE")
                .page(Question.TRIBES, "", "self", "NO")
                .page(Question.COVERED, "", "self", "NO")
                .page(Question.EARNERS, "", "self", "YES")
                .page(Question.INCOME, "self", "kind-1", "WAGES", "amount-1", "1,000.50", "frequency-1", "EVERY_TWO_WEEKS")
                .page(Question.DEDUCTIONS, "self", "any", "NO")
                .page(Question.EXPECTED, "self", "same", "YES")
                .page(Question.OFFER, "self", "offered", "NO")
                .page(Question.SSN, "self", "has", "YES", "given", "true");
    }
}
