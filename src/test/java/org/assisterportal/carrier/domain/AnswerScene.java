package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierFiles.State;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.Region;
import org.assisterportal.task.TaskView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A carrier that answers, and what came of it: sets, files, tasks. */
abstract class AnswerScene {
    @Autowired CarrierHand carrier;
    @Autowired CarrierFiles files;
    @Autowired Household household;
    @Autowired JdbcClient jdbc;

    List<State> states(CarrierHand.Sent sent) {
        List<String> policies = IntStream.range(0, sent.events().size()).mapToObj(sent::policy).toList();
        Map<String, State> states = files.states(policies);
        return policies.stream().map(states::get).toList();
    }

    long tasks(String kind, String about) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM task.task WHERE kind = :kind AND subject = :subject")
                                .param("kind", kind)
                                .param("subject", FileMaking.subject(about))
                                .query(Long.class)
                                .single());
    }

    List<String> in(String issuer, String folder) throws IOException {
        Path at = carrier.folder(issuer, "in").resolve(folder);
        if (!Files.isDirectory(at)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(at)) {
            return found.filter(Files::isRegularFile).map(one -> one.getFileName().toString()).toList();
        }
    }

    /** What the open task of this carrier shows. */
    List<CarrierFiles.Unread> unread(CarrierHand.Sent sent) {
        TaskView task = household.task(AnswerTasks.UNREAD, FileMaking.subject("answers " + sent.issuer()));
        return files.unread(sent.issuer(), task.openedAt(), null, Region.officer());
    }

    long rows(CarrierHand.Sent sent) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM carrier.unread WHERE issuer = :issuer")
                                .param("issuer", sent.issuer())
                                .query(Long.class)
                                .single());
    }
}
