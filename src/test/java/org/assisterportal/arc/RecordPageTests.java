package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.agency.Agencies;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a state auditor finds in the record, and how. */
@MarketplaceTest
class RecordPageTests {
    private static final Pattern ACT =
            Pattern.compile(
                    "(?:AuditLine\\.of\\((?:[^;\"()]|\\([^()]*\\))*?|guard\\(by, |authorized\\(by,"
                        + " |own\\(seat, person, |asLearner\\(\\s*by, |line\\(by,"
                        + " )\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)?)\"");

    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Agencies agencies;
    @Autowired private RecordFacts facts;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
        caller.get(people.contact(), "/amp/people/" + people.person());
    }

    private String record(String filters) {
        Caller.Answer answer = caller.get(people.officer(), "/arc/record" + filters);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    @Test
    void aPersonsPageLeadsToWhatWasDoneAboutThemWithNamesInWords() {
        String link = "/arc/record?subject=" + people.person();
        assertThat(caller.get(people.officer(), "/arc/people/" + people.person()).body())
                .contains(link);
        assertThat(record("?subject=" + people.person()))
                .contains(
                        "Only about: Ana Torres",
                        "Person on the roster shown",
                        "Carla Contact",
                        "Agency contact",
                        "Lakes Health");
    }

    @Test
    void codesAreSaidInWords() {
        String payer = "?account=" + java.util.Objects.requireNonNull(people.payer().actor()).account();
        caller.get(people.payer(), "/amp/roster.csv");
        assertThat(record(payer + "&refused=true"))
                .contains("not an authorized agency contact")
                .doesNotContain("not-authorized-contact");
        caller.get(people.officer(), "/arc/queue?tab=SUSPENDED");
        String officer = "?account=" + java.util.Objects.requireNonNull(people.officer().actor()).account();
        assertThat(record(officer + "&act=queue.shown")).contains("Suspended").doesNotContain(">SUSPENDED<");
    }

    @Test
    void aReasonWhoseNamesTheLineDoesntKeepIsSaidWithoutThem() {
        assertThat(facts.say("reason", "access.reason.approval.ACCESS_NO"))
                .isEqualTo("The roster of … says Assister Portal Access: No.");
    }

    @Test
    void everyFilterNarrowsAndTheyGoTogether() {
        UUID contact =
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(people.contact().actor()).account());
        String code = agencies.find(people.office().id()).orElseThrow().code();
        assertThat(record("?account=" + contact))
                .contains("Only by: Carla Contact", "Person on the roster shown");
        assertThat(record("?account=" + contact + "&act=roster.person-shown&agency=" + code))
                .contains("Person on the roster shown", "1 to 1 of 1");
        assertThat(record("?account=" + contact + "&refused=true")).contains("No lines match");
        assertThat(record("?account=" + contact + "&from=2020-01-01&to=2020-01-02"))
                .contains("No lines match");
        assertThat(record("?agency=" + code.toLowerCase(java.util.Locale.ROOT)))
                .contains("Person on the roster shown");
    }

    @Test
    void aFilterThatCannotBeUsedIsToldAndNothingIsSearched() {
        assertThat(record("?from=yesterday"))
                .contains("This is not a day")
                .doesNotContain("<table");
        assertThat(record("?from=2026-02-01&to=2026-01-01"))
                .contains("the last day is before the first");
        assertThat(record("?subject=123")).contains("not a number of our system");
        assertThat(record("?account=%27%3B--")).contains("The account in this address");
        assertThat(record("?agency=N0000X"))
                .contains("No agency has this Agency ID")
                .contains("value=\"N0000X\"");
        assertThat(record("?act=no.such")).contains("No line has this act");
    }

    @Test
    void aLineTellsWhoseDataThePageShowed() {
        caller.get(people.contact(), "/amp/roster");
        UUID contact =
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(people.contact().actor()).account());
        Matcher link =
                Pattern.compile("/arc/record/[0-9a-f-]{36}")
                        .matcher(record("?act=roster.shown&account=" + contact));
        assertThat(link.find()).isTrue();
        Caller.Answer line = caller.get(people.officer(), link.group());
        assertThat(line.body())
                .doesNotContain("??")
                .contains("Roster shown", "people shown", "Ana Torres", "Number of the line");
    }

    @Test
    void everyActOfTheProductHasWords() throws IOException {
        Properties words = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/messages/audit.properties"))) {
            words.load(in);
        }
        int found = 0;
        TreeSet<String> wordless = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher act = ACT.matcher(Files.readString(file));
                while (act.find()) {
                    found++;
                    if (!words.containsKey("audit.act." + act.group(1))) {
                        wordless.add(act.group(1));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(60);
        assertThat(wordless).as("add audit.act.… to messages/audit.properties").isEmpty();
    }
}
