package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.Region;
import org.assisterportal.task.TaskView;
import org.junit.jupiter.api.Test;

/** Carriers' answers find their sets, and faults the staff. */
@MarketplaceTest
class AnswerIntakeTests extends AnswerScene {
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

    private void unfit(CarrierHand.Sent sent, String text, String why, String place) {
        carrier.answers(sent.issuer(), "x.edi", text);
        assertThat(unread(sent).getFirst()).satisfies(one -> {
            assertThat(one.why()).as(text).isEqualTo(why);
            assertThat(one.place()).isEqualTo(place);
        });
        assertThat(states(sent)).as("nothing of it counts").containsOnly(State.SENT);
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
}
