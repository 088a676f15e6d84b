package org.assisterportal.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever signs for a plan is enrolled once or not at all, whenever the process dies and however often the form is sent. */
class SigningCrashProcessTests {
    private static final int AT_ONCE = 6;
    private static final int APART_MS = 35;

    private final Marketplace marketplace = Marketplace.open();

    private List<Shopper> shoppers(int count) {
        marketplace.sells(Shopper.planYear());
        return IntStream.range(0, count).parallel().mapToObj(one -> Shopper.beforeTheSignature(marketplace)).toList();
    }

    @Test
    void killedBeforeTheCommitNobodyIsEnrolledAndTheSameFormEnrollsThemOnce() throws Exception {
        List<Shopper> two = shoppers(2);
        // After the policy's row and before its people; then with all of it there and the mail not queued.
        diesAt("INSERT INTO enrollment.member", "enrollment.member", "a", two.getFirst());
        diesAt("INSERT INTO notification.outbox", "notification.outbox", "b", two.getLast());
        nothingIsUnderWay();
        assertThat(two).extracting(Shopper::enrolled).as("not enrolled, and no half of it").containsOnly(0L);
        marketplace.up();
        for (Shopper one : two) {
            one.browser.at(marketplace.a(), marketplace.b());
            assertThat(one.policies()).contains("There are no plans yet");
        }
        endEnrolledOnce(two);
    }

    private void diesAt(String statement, String table, String process, Shopper shopper) throws Exception {
        try (Connection connection = marketplace.database.connections("postgres").getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("LOCK TABLE " + table + " IN SHARE MODE");
            shopper.browser.at(marketplace.address(process));
            CompletableFuture<String> signing = CompletableFuture.supplyAsync(shopper::signs);
            marketplace.eventuallyBlocked(statement + "%");
            marketplace.process(process).kill();
            assertThat(signing).failsWithin(Duration.ofSeconds(10));
            connection.rollback();
        }
    }

    @Test
    void killedAroundTheCommitEachIsEnrolledWhollyOrNotAtAllAndTheSameFormEnrollsThemOnce() throws Exception {
        List<Shopper> all = shoppers(AT_ONCE);
        long before = marketplace.count("enrollment.act");
        List<CompletableFuture<String>> signing = new ArrayList<>();
        try (ExecutorService each = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                Shopper one = all.get(i);
                one.browser.at(marketplace.address(i % 2 == 0 ? "a" : "b"));
                long later = (long) i * APART_MS;
                signing.add(CompletableFuture.supplyAsync(() -> pausedThenSigned(one, later), each));
            }
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(30)).until(() -> marketplace.count("enrollment.act") > before);
            marketplace.process("a").kill();
            marketplace.process("b").kill();
        }
        assertThat(signing).allSatisfy(one -> assertThat(one).isDone());
        nothingIsUnderWay();
        List<Long> enrolled = all.stream().map(Shopper::enrolled).toList();
        assertThat(enrolled).as("wholly or not at all").isSubsetOf(0L, 1L).as("one was committed before the kill").contains(1L);
        marketplace.up();
        for (int i = 0; i < AT_ONCE; i++) {
            all.get(i).browser.at(marketplace.a(), marketplace.b());
            assertThat(all.get(i).policies().contains("There are no plans yet")).as("the page says so").isEqualTo(enrolled.get(i) == 0);
        }
        endEnrolledOnce(all);
    }

    private static String pausedThenSigned(Shopper one, long later) {
        try {
            TimeUnit.MILLISECONDS.sleep(later);
            return one.signs();
        } catch (InterruptedException | UncheckedIOException | AssertionError e) {
            return "";
        }
    }

    @Test
    void aDoubleClickAtTwoProcessesAtTheSameMomentSignsOnce() throws Exception {
        List<Shopper> all = shoppers(2);
        for (Shopper one : all) {
            Visitor first = one.browser.tab().at(marketplace.a());
            Visitor second = one.browser.tab().at(marketplace.b());
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<String>> answers = List.of(both.submit(() -> after(start, first)), both.submit(() -> after(start, second)));
                start.countDown();
                // Both are led to the policy; that it is signed now is said once in a session.
                assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                        .allSatisfy(said -> assertThat(said).contains("Begins on"))
                        .anySatisfy(said -> assertThat(said).contains("Signed. The carrier is told today"));
            }
            assertThat(one.enrolled()).isOne();
        }
        areInTheFilesOnce(all);
    }

    private static String after(CountDownLatch start, Visitor browser) throws InterruptedException {
        start.await();
        return browser.send("/plans/sign", "name", "Maria Lopez", "agreed", "true");
    }

    /** What the killed processes had begun is gone from the database, too. */
    private void nothingIsUnderWay() {
        marketplace.eventually("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app'", 0L);
    }

    /** Sends the form that was sent before the kill once more, and once again. */
    private void endEnrolledOnce(List<Shopper> all) {
        for (Shopper one : all) {
            assertThat(one.signs()).contains("Signed. The carrier is told today");
            assertThat(one.signs()).as("once more").contains("Signed. The carrier is told today");
            assertThat(one.enrolled()).isOne();
            assertThat(one.policies()).contains("Begins on");
        }
        areInTheFilesOnce(all);
    }

    private void areInTheFilesOnce(List<Shopper> all) {
        for (Shopper one : all) {
            String policy = one.policy();
            marketplace.eventually("SELECT coalesce(string_agg(content::json ->> 'kind', ' '), '') FROM enrollment.carrier_event WHERE policy = '" + policy + "'", "ENROLLED");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(named(policy)).as("in carriers' files").isEqualTo(1));
            marketplace.eventually("SELECT count(*) FROM notification.outbox WHERE kind = 'enrollment-signed' AND state = 'SENT' AND subject = '" + one.consumer + "'", 1L);
        }
        // A round later they are still there once.
        for (Shopper one : all) {
            assertThat(named(one.policy())).isEqualTo(1);
            assertThat(one.enrolled()).isOne();
        }
    }

    /** In how many sets of all carriers' files the policy is named. */
    private long named(String policy) {
        Pattern set = Pattern.compile("REF\\*38\\*" + policy + "~");
        long found = 0;
        try (Stream<Path> files = Files.walk(marketplace.carriers)) {
            for (Path file : files.filter(one -> Files.isRegularFile(one) && one.toString().contains("/out/")).toList()) {
                found += set.matcher(Files.readString(file)).results().count();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
