package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.Region;
import org.assisterportal.shared.Sha256;
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
        TaskView task = household.task(AnswerTasks.REJECTED, FileMaking.subject("set " + sent.events().getFirst()));
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
        assertThat(tasks(AnswerTasks.REJECTED, set)).isEqualTo(1);
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE task.task SET done_at = now(), result = 'Corrected' WHERE subject = :subject")
                                .param("subject", FileMaking.subject(set))
                                .update());
        carrier.rejects(sent);
        assertThat(tasks(AnswerTasks.REJECTED, set)).isEqualTo(1);
    }

    @Test
    void aSetThatIsAcceptedWithFaultsIsAcceptedAndATask() {
        CarrierHand.Sent sent = carrier.sent(1);
        carrier.answers(
                sent.issuer(), "a.edi", new CarriersAnswer(sent).set(sent.events().getFirst(), "E", "IK3*PER*9*2100*4").whole("E", 1, 1));
        assertThat(states(sent)).containsExactly(State.ACCEPTED);
        TaskView task = household.task(AnswerTasks.REJECTED, FileMaking.subject("set " + sent.events().getFirst()));
        assertThat(task.facts()).containsEntry("rejected", "false").containsEntry("segment.1", "PER").containsEntry("reason.1", "segment.4");
    }

    @Test
    void anAcceptedGroupAcceptsEverySetThatItDoesNotName() {
        CarrierHand.Sent sent = carrier.sent(2);
        carrier.answers(sent.issuer(), "a.edi", new CarriersAnswer(sent).whole("A", 2, 2));
        assertThat(states(sent)).containsExactly(State.ACCEPTED, State.ACCEPTED);
    }

    @Test
    void aGroupThatIsAcceptedInPartLeavesOpenWhatItLeavesInDoubt() {
        CarrierHand.Sent sent = carrier.sent(3);
        String answer = new CarriersAnswer(sent).set(sent.events().getFirst(), "R*5").whole("P", 3, 1);
        carrier.answers(sent.issuer(), "a.edi", answer);
        assertThat(states(sent)).containsExactly(State.REJECTED, State.SENT, State.SENT);
        assertThat(household.task(AnswerTasks.DOUBTFUL, FileMaking.subject("doubt " + sent.control())).facts())
                .containsEntry("sets", "2")
                .containsEntry("issuer", sent.issuer());
    }

    @Test
    void aRejectedGroupIsOneTaskAndNotOneForEachSet() {
        CarrierHand.Sent sent = carrier.sent(3);
        carrier.answers(sent.issuer(), "a.edi", new CarriersAnswer(sent).whole("R", 3, 0));
        assertThat(states(sent)).containsOnly(State.REJECTED);
        assertThat(household.task(AnswerTasks.FILE_REJECTED, FileMaking.subject("file " + sent.control())).facts())
                .containsEntry("control", String.valueOf(sent.control()))
                .containsEntry("sets", "3");
        assertThat(tasks(AnswerTasks.REJECTED, "set " + sent.events().getFirst())).isZero();
    }

    @Test
    void whatCannotBeReadIsPutAsideWithOneTask() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        carrier.answers(sent.issuer(), "evil name ~*$(x).edi", "no answer at all");
        List<String> unread = in(sent.issuer(), "unread");
        assertThat(unread).singleElement().asString().matches("999-[0-9a-f]{16}\\.edi");
        assertThat(in(sent.issuer(), "")).isEmpty();
        assertThat(unread(sent)).singleElement().satisfies(one -> {
            assertThat(one.why()).isEqualTo("unreadable");
            assertThat(one.file()).isEqualTo(unread.getFirst());
        });
        assertThat(states(sent)).containsExactly(State.SENT);
    }

    @Test
    void whatACarrierSendsUnfitIsOneTaskThatNamesEachFileAndANewOneAfterItIsDone() {
        CarrierHand.Sent sent = carrier.sent(1);
        for (int i = 1; i <= 4; i++) {
            carrier.answers(sent.issuer(), i + ".edi", new CarriersAnswer(900_000_000 + i).whole("A", 1, 1).replace("99101", sent.issuer()));
        }
        assertThat(tasks(AnswerTasks.UNREAD, "answers " + sent.issuer())).isEqualTo(1);
        assertThat(unread(sent)).hasSize(4).extracting(CarrierFiles.Unread::why).containsOnly("unknown");
        assertThat(unread(sent)).extracting(CarrierFiles.Unread::said).contains("900000001", "900000004");
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE task.task SET done_at = now(), result = 'Told' WHERE subject = :subject")
                                .param("subject", FileMaking.subject("answers " + sent.issuer()))
                                .update());
        carrier.answers(sent.issuer(), "5.edi", "hello");
        assertThat(unread(sent)).singleElement().satisfies(one -> assertThat(one.why()).isEqualTo("unreadable"));
    }

    /** What the open task of this carrier shows. */
    private List<CarrierFiles.Unread> unread(CarrierHand.Sent sent) {
        TaskView task = household.task(AnswerTasks.UNREAD, FileMaking.subject("answers " + sent.issuer()));
        return files.unread(sent.issuer(), task.openedAt(), null, Region.officer());
    }

    private void unfit(CarrierHand.Sent sent, String text, String why, String place) {
        carrier.answers(sent.issuer(), "x.edi", text);
        assertThat(unread(sent).getFirst()).satisfies(one -> {
            assertThat(one.why()).as(text).isEqualTo(why);
            assertThat(one.place()).isEqualTo(place);
        });
        assertThat(states(sent)).as("nothing of it counts").containsOnly(State.SENT);
    }

    @Test
    void countsAndNumbersThatDoNotAgreeAreRefusedAndTheirPlaceIsNamed() {
        CarrierHand.Sent sent = carrier.sent(2);
        String right = new CarriersAnswer(sent).whole("A", 2, 2);
        unfit(sent, right.replace("GE*1*1", "GE*2*1"), "number", "GE01");
        unfit(sent, right.replace("GE*1*1", "GE*1*7"), "number", "GE02");
        unfit(sent, right.replace("IEA*1*000000905", "IEA*1*000000906"), "number", "IEA02");
        unfit(sent, right.replace("IEA*1*", "IEA*3*"), "number", "IEA01");
        unfit(sent, right.replaceAll("SE\\*\\d+", "SE*9"), "number", "SE01");
        unfit(sent, right.replace("*0001~GE", "*0002~GE"), "number", "SE02");
        unfit(sent, new CarriersAnswer(sent).whole("A", 3, 3), "number", "AK902");
        unfit(sent, new CarriersAnswer(sent).whole("A", 2, 1), "number", "AK904");
        unfit(sent, new CarriersAnswer(sent).whole("R", 2, 1), "number", "AK904");
        unfit(sent, new CarriersAnswer(sent).set(sent.events().getFirst(), "R*5").whole("A", 2, 2), "contradicts", "AK901");
        unfit(sent, new CarriersAnswer(sent).set(sent.events().getFirst(), "R*5").whole("P", 2, 2), "contradicts", "AK901");
        unfit(sent, new CarriersAnswer(sent).set(sent.events().getFirst(), "A").set(sent.events().getFirst(), "A").whole("A", 2, 2), "twice", "AK202");
        unfit(sent, new CarriersAnswer(sent).set(sent.events().getFirst(), "Q").whole("A", 2, 2), "syntax", "IK501");
        unfit(sent, right.replace("AK9*A", "AK9*Z"), "syntax", "AK901");
        unfit(sent, right.replace("AK9*A", "AK5*A~AK9*A"), "syntax", "AK5");
        unfit(sent, right.replace("AK1*BE", "AK1*HC"), "kind", "");
        unfit(sent, right.replace("ZZ*" + sent.issuer(), "ZZ*00000"), "sender", "");
        unfit(sent, right.replace("ZZ*MARKETPLACE ", "ZZ*MARKET      "), "sender", "");
        unfit(sent, right + right, "several", "");
    }

    @Test
    void whatWasAnsweredBeforeIsAnsweredOtherwiseOnlyAfterItWasSentAgain() {
        CarrierHand.Sent sent = carrier.sent(2);
        carrier.accepts(sent);
        carrier.answers(sent.issuer(), "same.edi", new CarriersAnswer(sent).whole("A", 2, 2));
        assertThat(states(sent)).containsOnly(State.ACCEPTED);
        assertThat(tasks(AnswerTasks.UNREAD, "answers " + sent.issuer())).as("the same again is no fault").isZero();
        carrier.rejects(sent);
        assertThat(unread(sent).getFirst().why()).isEqualTo("otherwise");
        assertThat(states(sent)).containsOnly(State.ACCEPTED);
        files.sendAgain(sent.control(), Region.officer());
        carrier.round();
        carrier.rejects(sent);
        assertThat(states(sent)).containsExactly(State.REJECTED, State.ACCEPTED);
    }

    @Test
    void aReceiptThatRejectsTheFileIsATaskAndOneThatTakesItChangesNothing() throws Exception {
        CarrierHand.Sent sent = carrier.sent(2);
        carrier.answers(sent.issuer(), "ok.edi", CarriersAnswer.receipt(sent, "A", "000"));
        assertThat(in(sent.issuer(), "read")).hasSize(1);
        assertThat(states(sent)).containsOnly(State.SENT);
        carrier.answers(sent.issuer(), "no.edi", CarriersAnswer.receipt(sent, "R", "006"));
        assertThat(states(sent)).containsOnly(State.REJECTED);
        assertThat(household.task(AnswerTasks.FILE_REJECTED, FileMaking.subject("file " + sent.control())).facts())
                .containsEntry("reason.1", "interchange.006");
    }

    @Test
    void manyRejectionsOfOneAnswerAreOneTaskAboutTheFile() {
        CarrierHand.Sent sent = carrier.sent(26);
        CarriersAnswer answer = new CarriersAnswer(sent);
        sent.events().forEach(event -> answer.set(event, "R*5"));
        carrier.answers(sent.issuer(), "a.edi", answer.whole("R", 26, 0));
        assertThat(household.task(AnswerTasks.FILE_REJECTED, FileMaking.subject("file " + sent.control())).facts()).containsEntry("sets", "26");
        assertThat(tasks(AnswerTasks.REJECTED, "set " + sent.events().getFirst())).isZero();
    }

    @Test
    void anAnswerToAnotherCarriersFileChangesNothing() throws Exception {
        CarrierHand.Sent mine = carrier.sent(1);
        CarrierHand.Sent other = carrier.sent(1);
        carrier.answers(mine.issuer(), "a.edi", new CarriersAnswer(other).whole("A", 1, 1).replace(other.issuer(), mine.issuer()));
        carrier.answers(mine.issuer(), "b.edi", new CarriersAnswer(mine).set(other.events().getFirst(), "R*5").whole("R", 1, 0));
        assertThat(states(other)).containsExactly(State.SENT);
        assertThat(states(mine)).as("nothing of an answer counts where a part of it is wrong").containsExactly(State.SENT);
        assertThat(in(mine.issuer(), "unread")).hasSize(2);
    }

    @Test
    void whatCannotBePutAsideIsToldOnceAndTriedAgain() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        String garbage = "garbage that stays of " + sent.issuer();
        String name = "999-" + Sha256.hex(garbage).substring(0, 16) + ".edi";
        Path inTheWay = Files.createDirectories(carrier.folder(sent.issuer(), "in").resolve("unread").resolve(name).resolve("full"));
        carrier.answers(sent.issuer(), "a.edi", garbage);
        carrier.round();
        carrier.round();
        assertThat(in(sent.issuer(), "taking")).as("it waits").hasSize(1);
        assertThat(rows(sent)).as("and is told once").isEqualTo(1);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        carrier.round();
        assertThat(in(sent.issuer(), "unread")).containsExactly(name);
        assertThat(in(sent.issuer(), "taking")).isEmpty();
        assertThat(rows(sent)).isEqualTo(1);
        assertThat(unread(sent)).hasSize(1);
    }

    private long rows(CarrierHand.Sent sent) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM carrier.unread WHERE issuer = :issuer")
                                .param("issuer", sent.issuer())
                                .query(Long.class)
                                .single());
    }

    @Test
    void whatAKilledProcessHadClaimedIsReadByTheNext() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        Path taking = Files.createDirectories(carrier.folder(sent.issuer(), "in").resolve("taking"));
        Files.writeString(taking.resolve("left"), new CarriersAnswer(sent).whole("A", 1, 1));
        carrier.round();
        assertThat(states(sent)).containsExactly(State.ACCEPTED);
        assertThat(in(sent.issuer(), "taking")).isEmpty();
    }

    @Test
    void aFileFromADayFarOffIsReadAndOneFromSoonIsNotYet() throws Exception {
        CarrierHand.Sent sent = carrier.sent(1);
        Path file = Files.writeString(carrier.folder(sent.issuer(), "in").resolve("a.edi"), new CarriersAnswer(sent).whole("A", 1, 1));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofMinutes(10))));
        carrier.round();
        assertThat(states(sent)).as("it may still be written").containsExactly(State.SENT);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(400))));
        carrier.round();
        assertThat(states(sent)).containsExactly(State.ACCEPTED);
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
