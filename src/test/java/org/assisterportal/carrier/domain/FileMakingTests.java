package org.assisterportal.carrier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.PolicyNumber;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.shared.Actor;
import org.assisterportal.task.TaskView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events become files: each once, whatever happens in between. */
@MarketplaceTest
class FileMakingTests {
    @Autowired private EventScene scene;
    @Autowired private Household household;
    @Autowired private Policyholder policyholder;
    @Autowired private CarrierFiles files;
    @Autowired private FileMaking making;
    @Autowired private CarrierRounds rounds;
    @Autowired private FileDelivery delivery;
    @Autowired private InterchangeTable table;
    @Autowired private FilePieces pieces;
    @Autowired private CarrierFolders folders;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final String issuer = issuer();

    private static String issuer() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(10_000, 99_000));
    }

    private static CarrierEvent event(String issuer, int number) {
        Kind kind = Kind.values()[number % Kind.values().length];
        CarrierEvent like =
                switch (kind) {
                    case ENROLLED -> MadeUpPolicy.enrolled(0);
                    case CHANGED -> MadeUpPolicy.babyCame(0);
                    case ENDED -> MadeUpPolicy.ended(0);
                    case CANCELLED -> MadeUpPolicy.cancelled(0);
                };
        return MadeUpPolicy.event(
                0, issuer, "P-" + issuer + "-" + number, kind, like.people(), like.home(), like.amounts().toArray(CarrierEvent.Amount[]::new));
    }

    private List<Long> recorded(String issuer, int events) {
        List<CarrierEvent> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(event(issuer, i));
        }
        return scene.record(all);
    }

    private List<Integer> controls(String issuer) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT control FROM carrier.interchange WHERE issuer = :issuer ORDER BY control")
                                .param("issuer", issuer)
                                .query(Integer.class)
                                .list());
    }

    private InterchangeTable.Row row(int control) {
        return household.inTransaction(() -> table.find(control).orElseThrow());
    }

    private String kept(int control) {
        return household.inTransaction(
                () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try {
                        InterchangeTable.Row row = row(control);
                        pieces.give(control, row.bytes(), row.sha256(), out);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return out.toString(StandardCharsets.US_ASCII);
                });
    }

    private List<Long> numbersIn(String issuer) {
        return controls(issuer).stream()
                .flatMap(control -> new ReadBack(kept(control)).sets().stream())
                .map(set -> Long.parseLong(set.control()))
                .toList();
    }

    private Path out() throws IOException {
        return folders.folder(issuer, "out");
    }

    private List<String> delivered() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyEventIsInExactlyOneSetWhoseNumberItGives() {
        List<Long> events = recorded(issuer, 23);
        assertThat(making.make(issuer)).isEqualTo(23);
        assertThat(making.make(issuer)).isZero();
        List<Long> later = recorded(issuer, 3);
        making.makeAll(issuer);
        assertThat(controls(issuer)).hasSize(2);
        assertThat(numbersIn(issuer)).containsExactlyElementsOf(Stream.concat(events.stream(), later.stream()).toList());
        InterchangeTable.Row first = row(controls(issuer).getFirst());
        assertThat(first.sets()).isEqualTo(23);
        assertThat(first.file()).isEqualTo(String.format("834-%s-%09d.edi", issuer, first.control()));
        assertThat(kept(first.control())).contains(String.format("*%09d*0*T*:~", first.control()), "GE*23*" + first.control() + "~");
    }

    @Test
    void aPolicyThatWasSignedIsInAFile() {
        Actor consumer = household.consumer("Maria", "Lopez");
        PolicyNumber policy = policyholder.policy(consumer);
        scene.tell(policy);
        rounds.work();
        assertThat(files.states(List.of(policy.toString(), "no such policy"))).isEqualTo(Map.of(policy.toString(), CarrierFiles.State.SENT));
    }

    @Test
    void twoWritersAtOnceGiveNoNumberAndNoEventTwice() throws Exception {
        String other = issuer();
        List<Long> events = recorded(issuer, 40);
        List<Long> others = recorded(other, 40);
        try (ExecutorService two = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> writers =
                    List.of(() -> making.make(issuer), () -> making.make(other), () -> making.make(issuer), () -> making.make(other));
            for (Future<Integer> one : two.invokeAll(writers)) {
                one.get();
            }
        }
        List<Integer> controls = Stream.concat(controls(issuer).stream(), controls(other).stream()).toList();
        assertThat(controls).doesNotHaveDuplicates();
        assertThat(numbersIn(issuer)).containsExactlyElementsOf(events);
        assertThat(numbersIn(other)).containsExactlyElementsOf(others);
    }

    @Test
    void aFileThatFailsGivesItsEventsBackAndItsNumberToNobody() {
        List<Long> events = recorded(issuer, 4);
        int drawn = household.inTransaction(table::nextControl);
        transaction.executeWithoutResult(
                status -> {
                    assertThat(making.make(issuer)).isEqualTo(4);
                    status.setRollbackOnly();
                });
        assertThat(controls(issuer)).isEmpty();
        making.make(issuer);
        assertThat(numbersIn(issuer)).containsExactlyElementsOf(events);
        assertThat(controls(issuer).getFirst()).isGreaterThan(drawn + 1);
    }

    @Test
    void whatWasKilledBeforeTheFolderIsDeliveredLaterAndWhatWasKilledAfterItIsTheSameFileAgain() throws Exception {
        recorded(issuer, 2);
        making.make(issuer);
        int control = controls(issuer).getFirst();
        assertThat(row(control).deliveredAt()).isNull();
        // The file lies in the folder, and the process dies before it could say so.
        transaction.executeWithoutResult(
                status -> {
                    delivery.deliver(control);
                    status.setRollbackOnly();
                });
        assertThat(delivered()).containsExactly(row(control).file());
        assertThat(row(control).deliveredAt()).isNull();
        // Another one was killed while it wrote.
        Files.writeString(out().resolve("." + row(control).file() + ".part"), "half of it");
        rounds.deliver();
        assertThat(delivered()).containsExactly(row(control).file());
        assertThat(row(control).deliveries()).isEqualTo(1);
        Path file = out().resolve(row(control).file());
        assertThat(Files.readString(file)).isEqualTo(kept(control));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out()))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsItsFileWaitingAndStopsNoOther() throws Exception {
        String other = issuer();
        recorded(issuer, 1);
        recorded(other, 1);
        Path inTheWay = out();
        Files.delete(inTheWay);
        Files.writeString(inTheWay, "no folder");
        rounds.work();
        assertThat(row(controls(issuer).getFirst()).deliveredAt()).isNull();
        assertThat(row(controls(other).getFirst()).deliveredAt()).isNotNull();
        Files.delete(inTheWay);
        rounds.work();
        assertThat(controls(issuer)).hasSize(1);
        assertThat(delivered()).containsExactly(row(controls(issuer).getFirst()).file());
    }

    @Test
    void aDiskThatIsFullLeavesNoPartOfAFile() throws Exception {
        assertThatThrownBy(
                        () ->
                                folders.place(
                                        out(), "834.edi",
                                        to -> {
                                            to.write(1);
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(IOException.class);
        assertThat(delivered()).isEmpty();
    }

    @Test
    void anEventThatCannotBeSaidIsSetAsideForTheStaffAndStopsNoOther() {
        CarrierEvent whole = event(issuer, 0);
        CarrierEvent wrong =
                MadeUpPolicy.event(
                        0, issuer, "P-wrong", Kind.CANCELLED, List.of(MadeUpPolicy.maria()), MadeUpPolicy.home("12 Oak St", "Ely", "557", null, null));
        List<Long> events = scene.record(List.of(whole, wrong, event(issuer, 3)));
        assertThat(making.make(issuer)).isEqualTo(3);
        assertThat(numbersIn(issuer)).containsExactly(events.getFirst(), events.getLast());
        TaskView task = household.task(FileMaking.TASK, FileMaking.subject("event " + events.get(1)));
        assertThat(task.facts()).containsEntry("policy", "P-wrong").containsEntry("segment", "N4").containsEntry("element", "3");
        assertThat(making.make(issuer)).isZero();
    }

    @Test
    void manyEventsThatCannotBeSaidStopNothingForGood() {
        List<CarrierEvent> all = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            all.add(
                    MadeUpPolicy.event(
                            0, issuer, "P-wrong-" + i, Kind.CANCELLED, List.of(MadeUpPolicy.maria()), MadeUpPolicy.home("12 Oak St", "Ely", "557", null, null)));
        }
        all.add(event(issuer, 0));
        List<Long> events = scene.record(all);
        rounds.work();
        rounds.work();
        assertThat(numbersIn(issuer)).containsExactly(events.getLast());
        assertThat(household.task(FileMaking.TASK, FileMaking.subject("event " + events.get(129))).facts()).containsEntry("policy", "P-wrong-129");
    }

    @Test
    void aKeptFileThatWasTamperedWithIsNotSent() {
        recorded(issuer, 1);
        making.make(issuer);
        recorded(issuer, 1);
        making.make(issuer);
        int first = controls(issuer).getFirst();
        int second = controls(issuer).getLast();
        InterchangeTable.Row row = row(first);
        assertThatThrownBy(
                        () ->
                                household.inTransaction(
                                        () -> {
                                            try {
                                                pieces.give(second, row.bytes(), row.sha256(), new ByteArrayOutputStream());
                                            } catch (IOException e) {
                                                throw new IllegalStateException(e);
                                            }
                                            return null;
                                        }))
                .hasMessageContaining("isn't as it was written");
    }
}
