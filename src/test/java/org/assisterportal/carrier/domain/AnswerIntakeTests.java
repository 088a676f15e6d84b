package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.task.TaskView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carriers' answers find their sets, and faults the staff. */
@MarketplaceTest
class AnswerIntakeTests {
    @Autowired private CarrierHand carrier;
    @Autowired private CarrierFiles files;
    @Autowired private Household household;
    @Autowired private JdbcClient jdbc;

    private List<State> states(CarrierHand.Sent sent) {
        List<String> policies = IntStream.range(0, sent.events().size()).mapToObj(sent::policy).toList();
        Map<String, State> states = files.states(policies);
        return policies.stream().map(states::get).toList();
    }

    private long tasks(String kind, String about) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM task.task WHERE kind = :kind AND subject = :subject")
                                .param("kind", kind)
                                .param("subject", FileMaking.subject(about))
                                .query(Long.class)
                                .single());
    }

    private List<String> in(String issuer, String folder) throws IOException {
        Path at = carrier.folder(issuer, "in").resolve(folder);
        if (!Files.isDirectory(at)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(at)) {
            return found.filter(Files::isRegularFile).map(one -> one.getFileName().toString()).toList();
        }
    }

    @Test
    void whatIsAcceptedIsAcceptedAndWhatIsRejectedIsATaskThatNamesThePlace() throws Exception {
        CarrierHand.Sent sent = carrier.sent(3);
        assertThat(states(sent)).containsExactly(State.SENT, State.SENT, State.SENT);
        carrier.rejects(sent);
        assertThat(states(sent)).containsExactly(State.REJECTED, State.ACCEPTED, State.ACCEPTED);
        TaskView task = household.task(AnswerMatching.REJECTED, FileMaking.subject("set " + sent.events().getFirst()));
        assertThat(task.facts())
                .containsEntry("policy", sent.policy(0))
                .containsEntry("rejected", "true")
                .containsEntry("segment.1", "NM1")
                .containsEntry("element.1", "09")
                .containsEntry("reason.1", "element.7");
        assertThat(task.facts().toString()).doesNotContain("987654321");
        assertThat(in(sent.issuer(), "")).isEmpty();
        assertThat(in(sent.issuer(), "read")).hasSize(1);
    }

    @Test
    void theSameAnswerTwiceDoesNothingTwiceEvenWhenTheTaskIsDone() {
        CarrierHand.Sent sent = carrier.sent(2);
        carrier.rejects(sent);
        carrier.rejects(sent);
        String set = "set " + sent.events().getFirst();
        assertThat(tasks(AnswerMatching.REJECTED, set)).isEqualTo(1);
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE task.task SET done_at = now(), result = 'Corrected' WHERE subject = :subject")
                                .param("subject", FileMaking.subject(set))
                                .update());
        carrier.rejects(sent);
        assertThat(tasks(AnswerMatching.REJECTED, set)).isEqualTo(1);
    }

    @Test
    void aSetThatIsAcceptedWithFaultsIsAcceptedAndATask() {
        CarrierHand.Sent sent = carrier.sent(1);
        carrier.answers(
                sent.issuer(), "a.edi", new CarriersAnswer(sent.control()).set(sent.events().getFirst(), "E", "IK3*PER*9*2100*4").whole("E", 1, 1));
        assertThat(states(sent)).containsExactly(State.ACCEPTED);
        TaskView task = household.task(AnswerMatching.REJECTED, FileMaking.subject("set " + sent.events().getFirst()));
        assertThat(task.facts()).containsEntry("rejected", "false").containsEntry("segment.1", "PER").containsEntry("reason.1", "segment.4");
    }

    @Test
    void anAcceptedGroupAcceptsEverySetThatItDoesNotName() {
        CarrierHand.Sent sent = carrier.sent(2);
        carrier.answers(sent.issuer(), "a.edi", new CarriersAnswer(sent.control()).whole("A", 2, 2));
        assertThat(states(sent)).containsExactly(State.ACCEPTED, State.ACCEPTED);
    }

    @Test
    void aGroupThatIsAcceptedInPartLeavesOpenWhatItLeavesInDoubt() {
        CarrierHand.Sent sent = carrier.sent(3);
        String answer = new CarriersAnswer(sent.control()).set(sent.events().getFirst(), "R*5").whole("P", 3, 1);
        carrier.answers(sent.issuer(), "a.edi", answer);
        assertThat(states(sent)).containsExactly(State.REJECTED, State.SENT, State.SENT);
    }

    @Test
    void aRejectedGroupIsOneTaskAndNotOneForEachSet() {
        CarrierHand.Sent sent = carrier.sent(3);
        carrier.answers(sent.issuer(), "a.edi", new CarriersAnswer(sent.control()).whole("R", 3, 0));
        assertThat(states(sent)).containsOnly(State.REJECTED);
        assertThat(household.task(AnswerMatching.FILE_REJECTED, FileMaking.subject("file " + sent.control())).facts())
                .containsEntry("control", String.valueOf(sent.control()))
                .containsEntry("sets", "3");
        assertThat(tasks(AnswerMatching.REJECTED, "set " + sent.events().getFirst())).isZero();
    }

    @Test
    void whatCannotBeReadIsPutAsideWithOneTask() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        carrier.answers(sent.issuer(), "evil name ~*$(x).edi", "no answer at all");
        List<String> unread = in(sent.issuer(), "unread");
        assertThat(unread).singleElement().asString().matches("999-[0-9a-f]{16}\\.edi");
        assertThat(in(sent.issuer(), "")).isEmpty();
        TaskView task = household.task(AnswerIntake.UNREAD, FileMaking.subject("answer " + sent.issuer() + " " + unread.getFirst()));
        assertThat(task.facts()).containsEntry("why", "unreadable").containsEntry("file", unread.getFirst());
        assertThat(states(sent)).containsExactly(State.SENT);
    }

    @Test
    void anAnswerToAnotherCarriersFileChangesNothing() throws Exception {
        CarrierHand.Sent mine = carrier.sent(1);
        CarrierHand.Sent other = carrier.sent(1);
        carrier.answers(mine.issuer(), "a.edi", new CarriersAnswer(other.control()).whole("A", 1, 1));
        carrier.answers(mine.issuer(), "b.edi", new CarriersAnswer(mine.control()).set(other.events().getFirst(), "R*5").whole("R", 1, 0));
        assertThat(states(other)).containsExactly(State.SENT);
        assertThat(states(mine)).as("nothing of an answer counts where a part of it is wrong").containsExactly(State.SENT);
        assertThat(in(mine.issuer(), "unread")).hasSize(2);
    }

    @Test
    void aLinkInTheFolderIsNotFollowed() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        Path secret = Files.writeString(carrier.folder(sent.issuer(), "out").resolve("secret.txt"), "secret");
        Path link = Files.createSymbolicLink(carrier.folder(sent.issuer(), "in").resolve("link.edi"), secret.toAbsolutePath());
        carrier.round();
        assertThat(in(sent.issuer(), "unread")).isEmpty();
        assertThat(link).isSymbolicLink();
    }
}
