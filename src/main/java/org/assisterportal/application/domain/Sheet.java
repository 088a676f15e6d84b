package org.assisterportal.application.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.Answered;
import org.assisterportal.application.Member;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.ZipCounties;

/** The present answers of an application, and who is in it. */
final class Sheet {
    /** Stands alone in the content of somebody who was taken out. */
    static final String REMOVED = "removed";

    private final Map<Spot, Answered> answers;
    private final LocalDate today;
    private final List<String> counties;
    private final ZipCounties zips;
    private final List<Member> members = new ArrayList<>();

    /**
     * @param answers in the order in which each page was answered first
     * @param counties Minnesota's
     * @param zips in which of them a ZIP lies, as far as is known
     */
    Sheet(Map<Spot, Answered> answers, LocalDate today, List<String> counties, ZipCounties zips) {
        this.answers = answers;
        this.today = today;
        this.counties = counties;
        this.zips = zips;
        answers.forEach(
                (spot, answer) -> {
                    if (spot.question() == Question.PERSON && !answer.content().containsKey(REMOVED)) {
                        members.add(PersonForm.member(spot.subject(), new Fields(answer.content())));
                    }
                });
        members.sort((one, other) -> Boolean.compare(other.isSelf(), one.isSelf()));
    }

    /** As it would be with this content on one page. */
    Sheet with(Spot spot, Answered answer) {
        Map<Spot, Answered> changed = new LinkedHashMap<>(answers);
        changed.put(spot, answer);
        return new Sheet(changed, today, counties, zips);
    }

    Map<Spot, Answered> answers() {
        return answers;
    }

    /** Grows with every answer that is kept, whoever kept it. */
    int revision() {
        return answers.values().stream().mapToInt(Answered::version).sum();
    }

    LocalDate today() {
        return today;
    }

    List<String> counties() {
        return counties;
    }

    /** Those in which a ZIP of five digits lies in the year that is applied for; empty where nobody knows. */
    List<String> counties(String zip) {
        int year = YearForm.of(fields(Question.YEAR), this).year();
        List<String> found = year == 0 ? List.of() : zips.of(year, zip);
        // One that can't be chosen here would make every choice wrong.
        return counties.containsAll(found) ? found : List.of();
    }

    List<Member> members() {
        return members;
    }

    List<Member> applicants() {
        return members.stream().filter(Member::applies).toList();
    }

    Optional<Member> member(String key) {
        return members.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Those who were named before somebody. */
    List<Member> before(String key) {
        return members.stream().takeWhile(one -> !one.key().equals(key)).toList();
    }

    Fields fields(Spot spot) {
        Answered answer = answers.get(spot);
        return new Fields(answer == null ? Map.of() : answer.content());
    }

    Fields fields(Question question) {
        return fields(Spot.of(question));
    }

    /** What each was said to be to those named before. */
    List<Bond> bonds() {
        return members.stream()
                .flatMap(one -> RelationForm.bonds(one, this, fields(new Spot(Question.RELATION, one.key()))).stream())
                .toList();
    }
}
