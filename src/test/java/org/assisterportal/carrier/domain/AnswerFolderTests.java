package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever lies in a carrier's folder is taken in once, by however many processes, and put aside. */
@MarketplaceTest
class AnswerFolderTests extends AnswerScene {
    @Autowired private Clock clock;

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

    @Test
    void twoProcessesAtOnceTakeEachAnswerInOnce() throws Exception {
        CarrierHand.Sent sent = carrier.sent(2);
        Path folder = carrier.folder(sent.issuer(), "in");
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve(i + ".edi"), i == 6 ? new CarriersAnswer(sent).whole("A", 2, 2) : "garbage " + i);
        }
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> round = () -> {
                carrier.round();
                return true;
            };
            for (Future<Boolean> one : four.invokeAll(List.of(round, round, round, round))) {
                assertThat(one.get()).isTrue();
            }
        }
        carrier.round();
        assertThat(states(sent)).containsOnly(State.ACCEPTED);
        assertThat(in(sent.issuer(), "read")).hasSize(1);
        assertThat(in(sent.issuer(), "unread")).hasSize(11);
        assertThat(in(sent.issuer(), "taking")).isEmpty();
        assertThat(rows(sent)).isEqualTo(11);
        assertThat(tasks(AnswerTasks.UNREAD, "answers " + sent.issuer())).isEqualTo(1);
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
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().plus(Duration.ofMinutes(10))));
        carrier.round();
        assertThat(states(sent)).as("it may still be written").containsExactly(State.SENT);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().plus(Duration.ofDays(400))));
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
