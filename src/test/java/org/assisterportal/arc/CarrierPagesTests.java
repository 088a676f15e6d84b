package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.domain.CarrierHand;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Carriers' files in the officers' hands. */
@MarketplaceTest
class CarrierPagesTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private CarrierHand carrier;
    @Autowired private CarrierFiles files;
    @Autowired private Household household;
    @Autowired private CarrierWords words;

    private Town.People people;
    private CarrierHand.Sent sent;

    @BeforeEach
    void oneFile() {
        people = town.people();
        sent = carrier.sent(2);
    }

    private String page(String path) {
        Caller.Answer answer = caller.get(people.officer(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private String file() {
        return String.format("834-%s-%09d.edi", sent.issuer(), sent.control());
    }

    @Test
    void theListAndTheFileSayHowItWasAnsweredAndNothingOfWhatIsInIt() {
        assertThat(page("/arc/carriers")).contains(file(), sent.issuer(), "0 accepted, 0 rejected, 2 without an answer").doesNotContain("No files are made");
        carrier.rejects(sent);
        assertThat(page("/arc/carriers")).contains("1 accepted, 1 rejected, 0 without an answer");
        assertThat(page("/arc/carriers/" + sent.control()))
                .contains(file(), sent.policy(0), sent.policy(1), "Rejected: see the task", "Accepted", "2 sets about 4 people")
                .contains(String.format("%09d", sent.control()))
                .doesNotContain("Lopez", "López", "987654321", "Oak St");
    }

    @Test
    void aFileIsSentAgainOnlyWhenTheBoxIsTickedAndThenAsItWas() {
        String path = "/arc/carriers/" + sent.control();
        Caller.Answer unticked = caller.post(people.officer(), path + "/again", "");
        assertThat(unticked.body()).contains("Tick the box");
        assertThat(caller.post(people.officer(), path + "/again", "confirmed=true").status()).isEqualTo(302);
        assertThat(page(path)).contains("Not yet: it is put there with the next round");
        carrier.round();
        Actor officer = Objects.requireNonNull(people.officer().actor());
        assertThat(files.find(sent.control(), officer).orElseThrow().deliveries()).isEqualTo(2);
    }

    @Test
    void aRejectionsTaskSaysInWordsWhatIsWrong() {
        carrier.rejects(sent);
        UUID task = household.task("carrier-rejected", UUID.nameUUIDFromBytes(("carrier set " + sent.events().getFirst()).getBytes(StandardCharsets.UTF_8))).id();
        assertThat(page("/arc/tasks/" + task))
                .contains(
                        "A carrier found fault with a policy’s data", sent.policy(0), "rejected the set",
                        "Member’s name (NM1), Social Security number (NM109), segment 8 of the set: a value that the carrier doesn’t accept")
                .contains("María López", "/arc/applications/", "/arc/carriers/policies/" + sent.policy(0), sent.issuer())
                .doesNotContain("987654321");
        assertThat(page("/arc/carriers/policies/" + sent.policy(0))).contains("María López", "/arc/applications/", sent.issuer());
        assertThat(page("/arc/carriers/" + sent.control())).contains("/arc/carriers/policies/" + sent.policy(0));
        assertThat(listed("Carrier " + sent.issuer())).isTrue();
        assertThat(listed("Policy " + sent.policy(0))).isTrue();
    }

    @Test
    void aRefusedFilesTaskSaysWhyInWordsAndOfAnUnknownCodeItsNumberOnly() {
        assertThat(refused("020")).contains("whether it is a test or the real thing is marked wrongly");
        assertThat(words.fault(Map.of("reason.1", "interchange.777"), 1)).isEqualTo("another reason, code 777");
    }

    private String refused(String note) {
        CarrierHand.Sent one = carrier.sent(1);
        carrier.refuses(one, note);
        UUID task = household.task("carrier-file-rejected", UUID.nameUUIDFromBytes(("carrier file " + one.control()).getBytes(StandardCharsets.UTF_8))).id();
        return page("/arc/tasks/" + task);
    }

    @Test
    void anAnswerThatCannotBeReadSaysWhereItLies() {
        carrier.answers(sent.issuer(), "x.edi", "garbage of " + sent.issuer());
        carrier.answers(sent.issuer(), "y.edi", "other garbage of " + sent.issuer());
        assertThat(listed("Answers of a carrier don’t count")).isTrue();
        UUID task = household.task("carrier-unread", UUID.nameUUIDFromBytes(("carrier answers " + sent.issuer()).getBytes(StandardCharsets.UTF_8))).id();
        String page = page("/arc/tasks/" + task);
        assertThat(page).contains(sent.issuer(), "It isn’t a whole 999 or TA1.", "in/unread").doesNotContain("garbage of");
        assertThat(page.split("999-[0-9a-f]{16}\\.edi", -1)).as("each file is named").hasSize(3);
    }

    @Test
    void whatIsNoFilesNumberIsAPageThatIsNotThere() {
        for (String none : new String[] {"0", "01", "9999999999", "abc", "999999998"}) {
            assertThat(caller.get(people.officer(), "/arc/carriers/" + none).status()).as(none).isEqualTo(404);
        }
        assertThat(caller.get(people.administrator(), "/arc/carriers").status()).isIn(403, 404);
    }

    /** Whether some page of the open tasks says this. */
    private boolean listed(String words) {
        for (int number = 1; number <= 40; number++) {
            String page = page("/arc/tasks?page=" + number);
            if (page.contains(words)) {
                return true;
            }
            if (!page.contains("Next page")) {
                return false;
            }
        }
        return false;
    }
}
