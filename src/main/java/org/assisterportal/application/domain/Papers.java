package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.Rosters;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.application.ZipCounties;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.springframework.stereotype.Component;

/** Reads applications: an application of another consumer doesn't exist. */
@Component
class Papers {
    // What a later catalog says about a signed address changes nothing of it.
    private static final ZipCounties NOT_ASKED = (year, zip) -> List.of();

    private final ApplicationTable table;
    private final Hands hands;
    private final Rosters rosters;
    private final ZipCounties zips;
    private final Clock clock;

    Papers(ApplicationTable table, Hands hands, Rosters rosters, ZipCounties zips, Clock clock) {
        this.table = table;
        this.hands = hands;
        this.rosters = rosters;
        this.zips = zips;
        this.clock = clock;
    }

    ApplicationTable.Row find(Hand by, ApplicationId id) {
        return table.find(id).filter(row -> row.consumer().equals(by.consumer())).orElseThrow(NotFound::new);
    }

    /** The answers as this hand may see them. */
    Sheet sheet(Hand by, ApplicationTable.Row row) {
        return sheet(row, hands.visible(by, table.answers(row.id())));
    }

    /** All answers, for what is signed and kept; no hand is shown them. */
    Sheet whole(ApplicationTable.Row row) {
        return sheet(row, table.answers(row.id()));
    }

    private Sheet sheet(ApplicationTable.Row row, Map<Spot, Answered> answers) {
        Instant signed = row.signedAt();
        // What was asked on the day of the signature stays what was asked.
        LocalDate day = signed == null ? Minnesota.today(clock) : LocalDate.ofInstant(signed, Minnesota.ZONE);
        return new Sheet(answers, day, rosters.counties(), signed == null ? zips : NOT_ASKED);
    }

    Paper read(Hand by, ApplicationId id) {
        ApplicationTable.Row row = find(by, id);
        return paper(row, sheet(by, row));
    }

    static Paper paper(ApplicationTable.Row row, Sheet sheet) {
        int year = YearForm.of(sheet.fields(Question.YEAR), sheet).year();
        return new Paper(
                row.id(), row.consumer(), row.reference(), row.number(), row.status(), row.startedAt(), row.changedAt(), row.expiresAt(),
                row.signedAt(), year == 0 ? null : year, sheet.revision(), sheet.members(), Interview.steps(sheet), List.of());
    }
}
