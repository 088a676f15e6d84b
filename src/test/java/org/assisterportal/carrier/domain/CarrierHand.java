package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Kind;
import org.assisterportal.enrollment.domain.EventScene;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A carrier of its own with a file that it got, and its answers. */
@TestComponent
public class CarrierHand {
    private final EventScene scene;
    private final CarrierRounds rounds;
    private final CarrierFolders folders;
    private final Household household;
    private final JdbcClient jdbc;

    CarrierHand(EventScene scene, CarrierRounds rounds, CarrierFolders folders, Household household, JdbcClient jdbc) {
        this.scene = scene;
        this.rounds = rounds;
        this.folders = folders;
        this.household = household;
        this.jdbc = jdbc;
    }

    /**
     * A file in its carrier's folder.
     *
     * @param events of its sets, or of some of them
     * @param sets how many it has
     */
    public record Sent(String issuer, int control, List<Long> events, int sets) {
        public String policy(int set) {
            return "P-" + issuer + "-" + set;
        }
    }

    public Sent sent(int policies) {
        String issuer = String.valueOf(ThreadLocalRandom.current().nextInt(10_000, 99_000));
        CarrierEvent like = MadeUpPolicy.enrolled(0);
        List<CarrierEvent> all = new ArrayList<>();
        for (int i = 0; i < policies; i++) {
            all.add(
                    MadeUpPolicy.event(
                            0, issuer, "P-" + issuer + "-" + i, Kind.ENROLLED, like.people(), like.home(),
                            like.amounts().toArray(CarrierEvent.Amount[]::new)));
        }
        List<Long> events = scene.record(all);
        rounds.work();
        int control =
                household.inTransaction(
                        () ->
                                jdbc.sql("SELECT max(control) FROM carrier.interchange WHERE issuer = :issuer")
                                        .param("issuer", issuer)
                                        .query(Integer.class)
                                        .single());
        return new Sent(issuer, control, events, events.size());
    }

    /** The carrier puts a file into its folder, and the next round comes. */
    public void answers(String issuer, String name, String text) {
        try {
            Files.writeString(folders.folder(issuer, "in").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rounds.work();
    }

    /** A 999 that rejects the file's first set for the element with the Social Security number. */
    public void rejects(Sent sent) {
        answers(
                sent.issuer(), "999.edi",
                new CarriersAnswer(sent)
                        .set(sent.events().getFirst(), "R*5", "IK3*NM1*8*2100*8", "IK4*9*67*7*987654321")
                        .whole(sent.sets() == 1 ? "R" : "P", sent.sets(), sent.sets() - 1));
    }

    /** A TA1 that refuses the whole file. */
    public void refuses(Sent sent, String note) {
        answers(sent.issuer(), "ta1.edi", CarriersAnswer.receipt(sent, "R", note));
    }

    /** A 999 that accepts all of a file's sets. */
    public void accepts(Sent sent) {
        CarriersAnswer answer = new CarriersAnswer(sent);
        sent.events().forEach(event -> answer.set(event, "A"));
        answers(sent.issuer(), "999-a-" + sent.events().getFirst() + ".edi", answer.whole("A", sent.sets(), sent.sets()));
    }

    /** The newest set about a policy, in its file. */
    public Sent newest(String policy) {
        return household.inTransaction(
                () ->
                        jdbc.sql(
                                        """
                                        SELECT i.issuer, i.control, i.sets, s.event FROM carrier.transaction_set s JOIN carrier.interchange i ON i.control = s.interchange
                                         WHERE s.policy = :policy ORDER BY s.event DESC LIMIT 1
                                        """)
                                .param("policy", policy)
                                .query((row, number) -> new Sent(row.getString("issuer"), row.getInt("control"), List.of(row.getLong("event")), row.getInt("sets")))
                                .single());
    }

    public void round() {
        rounds.work();
    }

    /** The file in a carrier's folder that has the policy's number in it. */
    public Path delivered(String policy) {
        try {
            for (String issuer : folders.carriers()) {
                try (Stream<Path> files = Files.list(folders.folder(issuer, "out"))) {
                    for (Path file : files.toList()) {
                        if (Files.readString(file).contains("*" + policy + "~")) {
                            return file;
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no carrier got a file with policy " + policy);
    }

    Path folder(String issuer, String name) throws IOException {
        return folders.folder(issuer, name);
    }
}
