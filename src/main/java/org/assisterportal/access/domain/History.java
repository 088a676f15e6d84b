package org.assisterportal.access.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.access.HistoryLine;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.certification.Certifications;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** One line per fact that the modules keep of a person: submissions, passes, studies, and what the ARC did. */
@Component
class History {
    private static final int MOST = 200;

    private final AccessTable table;
    private final RosterRecords rosters;
    private final Transcripts transcripts;
    private final Certifications certifications;

    History(AccessTable table, RosterRecords rosters, Transcripts transcripts, Certifications certifications) {
        this.table = table;
        this.rosters = rosters;
        this.transcripts = transcripts;
        this.certifications = certifications;
    }

    List<HistoryLine> of(PersonId person) {
        List<HistoryLine> lines = new ArrayList<>(table.history(person));
        rosters.submissions(person).stream()
                .map(
                        sent ->
                                new HistoryLine(
                                        sent.at(), "submitted." + (sent.active() ? sent.portalAccess() ? "yes" : "no" : "inactive"),
                                        List.of(sent.agencyName(), String.valueOf(sent.number())), sent.by()))
                .forEach(lines::add);
        transcripts.of(List.of(person)).values().stream()
                .flatMap(transcript -> transcript.courses().entrySet().stream())
                .flatMap(course -> learned(course.getKey(), course.getValue()))
                .forEach(lines::add);
        certifications.studies(person).stream()
                .map(study -> new HistoryLine(study.at(), "study." + study.result(), List.of(), ""))
                .forEach(lines::add);
        return lines.stream().sorted(Comparator.comparing(HistoryLine::at).reversed()).limit(MOST).toList();
    }

    private Stream<HistoryLine> learned(String course, Transcript.CourseRecord record) {
        List<String> title = List.of(transcripts.title(course));
        Stream<HistoryLine> trained =
                Stream.ofNullable(record.trainingDoneAt()).map(at -> new HistoryLine(at, "trained", title, ""));
        Stream<HistoryLine> passed = record.passes().stream().map(at -> new HistoryLine(at, "passed", title, ""));
        return Stream.concat(trained, passed);
    }
}
