package org.assisterportal.certification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.agency.RosterRecord;
import org.assisterportal.certification.BackgroundResult;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.Certifications.Judge;
import org.assisterportal.certification.domain.CertificationRules.Background;
import org.assisterportal.learning.Transcript;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;

/** People's Assister IDs and background studies. */
class CertificationFacts extends Facts<Judge> {
    private static final String SELECT =
            """
            SELECT i.id AS studied, n.assister_id, b.result, b.recorded_at
              FROM unnest(:people::uuid[]) i(id)
              LEFT JOIN certification.assister_number n ON n.person = i.id
              LEFT JOIN certification.background_study b ON b.person = i.id
            """;

    private final Judging judging;
    private final Map<PersonId, Recorded> all = new HashMap<>();

    CertificationFacts(Judging judging) {
        super(SELECT, "studied", "recorded_at");
        this.judging = judging;
    }

    /** What is recorded of one person; studies oldest first. */
    record Recorded(@Nullable String assisterId, List<Background> studies) {
        static final Recorded NOTHING = new Recorded(null, List.of());

        Recorded and(Recorded later) {
            List<Background> both = new ArrayList<>(studies);
            both.addAll(later.studies);
            return new Recorded(assisterId, both);
        }
    }

    @Override
    protected void read(ResultSet row) throws SQLException {
        all.merge(
                new PersonId(Sql.uuid(row, "studied")), new Recorded(row.getString("assister_id"), study(row)), Recorded::and);
    }

    private static List<Background> study(ResultSet row) throws SQLException {
        String result = Sql.textOrNull(row, "result");
        return result == null
                ? List.of()
                : List.of(new Background(BackgroundResult.valueOf(result), Sql.instant(row, "recorded_at")));
    }

    @Override
    public Judge answer() {
        return this::judge;
    }

    private Map<PersonId, CertificationStanding> judge(
            Map<PersonId, RosterRecord> rosters, Map<PersonId, Transcript> transcripts) {
        Map<PersonId, CertificationStanding> standings = new HashMap<>();
        rosters.forEach(
                (person, roster) -> {
                    Transcript transcript = transcripts.getOrDefault(person, new Transcript(person, Map.of()));
                    Recorded recorded = all.getOrDefault(person, Recorded.NOTHING);
                    standings.put(person, judging.judge(roster, transcript, recorded));
                });
        return standings;
    }
}
