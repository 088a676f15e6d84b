package org.assisterportal.application.domain;

import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.springframework.stereotype.Component;

/** Compares a Social Security number with those that the household gave already. */
@Component
class GivenNumbers {
    private final ApplicationTable table;
    private final Papers papers;
    private final SealedNumbers numbers;

    GivenNumbers(ApplicationTable table, Papers papers, SealedNumbers numbers) {
        this.table = table;
        this.papers = papers;
        this.numbers = numbers;
    }

    /** Whether it is another person's of this application; an assister's role may not read numbers, so theirs isn't compared. */
    boolean isOfAnother(Hand by, ApplicationId id, Spot spot, SsnForm typed) {
        Optional<String> number = typed.number();
        if (number.isEmpty() || !(by instanceof Hand.Own)) {
            return false;
        }
        ApplicationTable.Row row = papers.find(by, id);
        Sheet sheet = papers.sheet(by, row);
        String digits = number.get();
        return table.numbers(row.consumer(), SsnForm.lastFour(digits)).stream()
                .filter(one -> !one.person().equals(spot.subject()) && sheet.member(one.person()).isPresent())
                .filter(one -> sheet.fields(new Spot(Question.SSN, one.person())).checked(SsnForm.GIVEN))
                .anyMatch(one -> numbers.open(one.sealed(), one.application() + " " + one.person()).equals(digits));
    }
}
