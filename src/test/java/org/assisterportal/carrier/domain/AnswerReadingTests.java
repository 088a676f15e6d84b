package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.assisterportal.carrier.domain.Answer.Counts;
import org.assisterportal.carrier.domain.Answer.Decision;
import org.assisterportal.carrier.domain.Answer.Fault;
import org.assisterportal.carrier.domain.Answer.SetAnswer;
import org.junit.jupiter.api.Test;

class AnswerReadingTests {
    private static final String WHOLE =
            new CarriersAnswer(17)
                    .set(41, "A")
                    .set(42, "R*5", "IK3*NM1*8*2100*8", "CTX*SITUATIONAL TRIGGER*NM1*8**9", "IK4*9*67*7*987654321", "IK3*HD*22*2300*3")
                    .set(43, "E*5", "IK3*N4*11*2100*8", "IK4*3:1*116*1")
                    .set(44, "R*7")
                    .whole("P", 4, 2);

    private static List<Answer> read(String text) {
        return AnswerReading.read(text.getBytes(StandardCharsets.UTF_8)).answers();
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> read(text)).as(why).isInstanceOf(Unfit.Found.class);
    }

    @Test
    void everySetHasItsAnswerWithThePlacesOfItsFaultsAndNothingOfWhatStoodThere() {
        assertThat(read(WHOLE))
                .isEqualTo(
                        List.of(
                                new Answer(
                                        17, Decision.PARTLY, new Counts(4, 4, 2),
                                        List.of(
                                                new SetAnswer("0041", Decision.ACCEPTED, List.of()),
                                                new SetAnswer(
                                                        "0042", Decision.REJECTED,
                                                        List.of(new Fault("NM1", "8", "09", "element.7"), new Fault("HD", "22", "", "segment.3"))),
                                                new SetAnswer("0043", Decision.NOTED, List.of(new Fault("N4", "11", "03", "element.1"))),
                                                new SetAnswer("0044", Decision.REJECTED, List.of(new Fault("", "", "", "set.7")))))));
        assertThat(read(WHOLE).toString()).doesNotContain("987654321");
    }

    @Test
    void aGroupThatWasAcceptedNeedNotNameItsSets() {
        assertThat(read(new CarriersAnswer(17).whole("A", 3, 3))).containsExactly(new Answer(17, Decision.ACCEPTED, new Counts(3, 3, 3), List.of()));
    }

    @Test
    void aLetterThatNobodyKnowsIsNoAcceptance() {
        refused(WHOLE.replace("AK9*P", "AK9*Q"), "an unknown letter");
        assertThat(read(WHOLE.replace("IK5*A", "IK5*M")).getFirst().sets().getFirst().decision()).isEqualTo(Decision.REJECTED);
    }

    @Test
    void onlyTheFirstFaultsOfASetAreKept() {
        String[] many = new String[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = "IK3*HD*" + (i + 3) + "*2300*3";
        }
        assertThat(read(new CarriersAnswer(17).set(42, "R", many).whole("R", 1, 0)).getFirst().sets().getFirst().faults()).hasSize(10);
    }

    @Test
    void whatIsNoWholeAnswerIsNoneAtAll() {
        refused("", "nothing");
        refused("Dear marketplace, all fine.", "a letter");
        refused(EnrollmentFileTests.written(1, MadeUpPolicy.cancelled(44)), "an 834");
        refused(WHOLE.replace("ST*999", "ST*997"), "another kind of answer");
        refused(WHOLE.replace("IK5*A~", ""), "a set without its answer");
        refused(WHOLE.replaceAll("SE\\*\\d+", "SE*99"), "a wrong count");
        for (int length = 1; length < WHOLE.length() - 1; length += 7) {
            refused(WHOLE.substring(0, length), "cut after " + length);
        }
    }

    @Test
    void noiseIsReadWithoutAFault() {
        Random random = new Random(834);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = WHOLE.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 1 + i % 20; j++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(AnswerReading.read(noise)).isNotNull();
            } catch (Unfit.Found e) {
                assertThat(e.unfit().why()).isNotEmpty();
            }
        }
    }
}
