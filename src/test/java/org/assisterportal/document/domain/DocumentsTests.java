package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.Scope;
import org.assisterportal.document.Documents.Problem;
import org.assisterportal.document.Documents.Sent;
import org.assisterportal.document.Documents.TakenBack;
import org.assisterportal.document.Documents.Why;
import org.assisterportal.document.FileKind;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest.State;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What is asked for, sent, kept and opened. */
class DocumentsTests extends ProofScene {
    private static final Map<String, String> OTHER_PAY =
            Map.of("kind-1", "WAGES", "amount-1", "1,300", "frequency-1", "EVERY_TWO_WEEKS");

    private StoredFile file(ProofKind kind) {
        return about(kind).files().getFirst();
    }

    @Test
    void aSignatureAsksForWhatTheResultRestsOnWithItsLastDays() {
        LocalDate today = Minnesota.today(clock);
        assertThat(asked()).extracting(ProofRequest::kind).containsExactlyInAnyOrder(ProofKind.CITIZENSHIP, ProofKind.INCOME);
        assertThat(about(ProofKind.INCOME).due()).as("90 days from the notice").isEqualTo(today.plusDays(90));
        assertThat(about(ProofKind.CITIZENSHIP).due()).as("and five for the mail").isEqualTo(today.plusDays(95));
        assertThat(asked()).allSatisfy(one -> assertThat(one.name()).isEqualTo("Maria Lopez"));
        assertThat(documents.standing(hers().consumer()).due()).isEqualTo(today.plusDays(90));
        assertThat(one("SELECT case_next || ' ' || case_due FROM consumer.consumer WHERE id = '" + id() + "'")).isEqualTo("UPLOAD " + today.plusDays(90));
        assertThat(one("SELECT count(*) FROM notification.outbox WHERE kind = 'documents-asked' AND subject = '" + id() + "'")).isEqualTo("1");
    }

    @Test
    void eachKindIsKnownByItsContentWhateverItIsCalled() {
        byte[][] files = {TestFiles.pdf("Pay"), TestFiles.picture("jpg", 1), TestFiles.picture("png", 2), TestFiles.heic()};
        FileKind[] kinds = {FileKind.PDF, FileKind.JPEG, FileKind.PNG, FileKind.HEIC};
        for (int i = 0; i < files.length; i++) {
            assertThat(send(ProofKind.INCOME, "pay.txt", files[i])).as(kinds[i].name()).isEqualTo(new Sent.Done(1, List.of()));
        }
        assertThat(about(ProofKind.INCOME).files()).extracting(StoredFile::kind).containsExactlyInAnyOrder(kinds);
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.SENT);
        assertThat(documents.standing(hers().consumer()).sent()).isEqualTo(1);
    }

    @Test
    void whatIsNoneOfThemOrDoesNotOpenIsRefusedWithItsReasonAndNothingIsKept() {
        byte[] pdf = TestFiles.pdf("Pay");
        Map<String, byte[]> files =
                Map.of(
                        "EMPTY", new byte[0],
                        "KIND", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                        "UNREADABLE", java.util.Arrays.copyOf(pdf, 60),
                        "PASSWORD", TestFiles.pdf("Pay", "owner", "user"),
                        "TOO_LARGE", TestFiles.longPdf("Pay", 10 * 1024 * 1024 + 1));
        files.forEach(
                (why, content) ->
                        assertThat(send(ProofKind.INCOME, "C:\\pay\\passport.pdf", content))
                                .as(why)
                                .isEqualTo(new Sent.Refused(List.of(new Problem("passport.pdf", Why.valueOf(why))))));
        assertThat(about(ProofKind.INCOME).files()).isEmpty();
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.ASKED);
        assertThat(send(ProofKind.INCOME, "largest.pdf", TestFiles.longPdf("Pay", 10 * 1024 * 1024))).isEqualTo(new Sent.Done(1, List.of()));
        assertThat(send(ProofKind.INCOME, "locked for printing.pdf", TestFiles.pdf("Pay", "owner", ""))).isEqualTo(new Sent.Done(1, List.of()));
    }

    @Test
    void ofSeveralTheGoodOnesAreKeptAndTheOthersNamed() {
        Sent sent =
                documents.send(
                        hers(), about(ProofKind.INCOME).id(),
                        List.of(
                                TestFiles.incoming("b.txt", new byte[] {65}), TestFiles.incoming("a.png", TestFiles.picture("png", 1)),
                                TestFiles.incoming("c.pdf", new byte[0])));
        assertThat(sent).isEqualTo(new Sent.Done(1, List.of(new Problem("b.txt", Why.KIND), new Problem("c.pdf", Why.EMPTY))));
        assertThat(about(ProofKind.INCOME).files()).extracting(StoredFile::name).containsExactly("a.png");
    }

    @Test
    void upToTheBoundIsTakenAndOneMoreIsNot() {
        for (int i = 0; i < 19; i++) {
            assertThat(send(ProofKind.INCOME, i + ".png", TestFiles.picture("png", i + 1))).isEqualTo(new Sent.Done(1, List.of()));
        }
        Sent two =
                documents.send(
                        hers(), about(ProofKind.INCOME).id(),
                        List.of(TestFiles.incoming("the last.png", TestFiles.picture("png", 97)), TestFiles.incoming("too many.png", TestFiles.picture("png", 98))));
        assertThat(two).isEqualTo(new Sent.Done(1, List.of(new Problem("too many.png", Why.TOO_MANY))));
        assertThat(send(ProofKind.INCOME, "one more.png", TestFiles.picture("png", 99)))
                .isEqualTo(new Sent.Refused(List.of(new Problem("one more.png", Why.TOO_MANY))));
    }

    @Test
    void theSameFileIsKeptOnceAlsoWhenItIsSentTwiceAtTheSameMoment() throws Exception {
        byte[] pdf = TestFiles.longPdf("Pay", 900_000);
        List<Sent> outcomes;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Sent> sending = () -> send(ProofKind.INCOME, "pay.pdf", pdf);
            outcomes = two.invokeAll(List.of(sending, sending)).stream().map(Future::resultNow).toList();
        }
        assertThat(outcomes).containsExactlyInAnyOrder(new Sent.Done(1, List.of()), new Sent.Done(0, List.of()));
        assertThat(about(ProofKind.INCOME).files()).hasSize(1);
        assertThat(send(ProofKind.INCOME, "again.pdf", pdf)).isEqualTo(new Sent.Done(0, List.of()));
    }

    @Test
    void nothingOfAFileStandsReadableInTheDatabaseAndItComesBackAsItWas() {
        byte[] pdf = TestFiles.longPdf("SECRET-PLAINTEXT-MARK", 700_000);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("%PDF");
        send(ProofKind.INCOME, "SECRET-NAME-MARK.pdf", pdf);
        StoredFile file = file(ProofKind.INCOME);
        assertThat(file.name()).isEqualTo("SECRET-NAME-MARK.pdf");
        for (String mark : List.of("%PDF", "SECRET-NAME-MARK", "PLAINTEXT-MARK")) {
            assertThat(one("SELECT count(*) FROM document.piece WHERE position('" + mark + "'::bytea IN sealed) > 0")).as(mark).isEqualTo("0");
            assertThat(one("SELECT count(*) FROM document.file WHERE position('" + mark + "'::bytea IN name) > 0")).as(mark).isEqualTo("0");
        }
        assertThat(one("SELECT count(*) FROM document.piece WHERE file = '" + file.id() + "'")).isEqualTo("3");
        assertThat(documents.open(hers(), about(ProofKind.INCOME).id(), file.id()).content()).isEqualTo(pdf);
    }

    @Test
    void changedSwappedOrCutContentIsNotOpened() {
        List<String> tampered =
                List.of(
                        "UPDATE document.piece SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE file = '%1$s' AND number = 1",
                        "UPDATE document.piece SET number = 11 - number WHERE file = '%1$s' AND number < 2;"
                                + " UPDATE document.piece SET number = number - 10 WHERE file = '%1$s' AND number >= 10",
                        "DELETE FROM document.piece WHERE file = '%1$s' AND number = 2; UPDATE document.file SET bytes = 524288, pieces = 2 WHERE id = '%1$s'");
        for (String change : tampered) {
            send(ProofKind.INCOME, "pay.pdf", TestFiles.longPdf(change, 700_000));
            UUID file = about(ProofKind.INCOME).files().getLast().id();
            assertThat(documents.open(hers(), about(ProofKind.INCOME).id(), file).content()).hasSize(700_000);
            asOwner(change.formatted(file));
            assertThatThrownBy(() -> documents.open(hers(), about(ProofKind.INCOME).id(), file)).as(change).isInstanceOf(IllegalStateException.class);
        }
    }

    /** The rows are changed by somebody who got hold of the database. */
    private void asOwner(String sql) {
        String open = " ALTER TABLE document.piece %1$s FORCE ROW LEVEL SECURITY; ALTER TABLE document.file %1$s FORCE ROW LEVEL SECURITY;";
        owns("BEGIN;" + open.formatted("NO") + sql + ";" + open.formatted("") + "COMMIT");
    }

    @Test
    void eachLookAtAFileLeavesALineAndWithoutALineThereIsNoLook() {
        send(ProofKind.INCOME, "pay.pdf", TestFiles.pdf("Pay"));
        UUID file = file(ProofKind.INCOME).id();
        String lines = "SELECT count(*) FROM audit.line WHERE act = 'document.opened' AND subject = '" + id() + "' AND facts->>'file' = '" + file + "'";
        for (int look = 1; look <= 2; look++) {
            documents.open(hers(), about(ProofKind.INCOME).id(), file);
            assertThat(one(lines)).isEqualTo(String.valueOf(look));
        }
    }

    @Test
    void aFileIsTakenBackWithItsContentUntilAnOfficerLooked() {
        send(ProofKind.INCOME, "pay.pdf", TestFiles.pdf("Pay"));
        UUID file = file(ProofKind.INCOME).id();
        assertThat(documents.takeBack(hers(), about(ProofKind.INCOME).id(), file)).isInstanceOf(TakenBack.Done.class);
        assertThat(one("SELECT count(*) FROM document.piece WHERE file = '" + file + "'")).isEqualTo("0");
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.ASKED);
        assertThatThrownBy(() -> documents.takeBack(hers(), about(ProofKind.INCOME).id(), file)).isInstanceOf(NotFound.class);
        send(ProofKind.INCOME, "pay.pdf", TestFiles.pdf("Pay"));
        UUID second = file(ProofKind.INCOME).id();
        household.inTransaction(() -> jdbc.sql("UPDATE document.file SET looked_at = now() WHERE id = :id").param("id", second).update());
        assertThat(documents.takeBack(hers(), about(ProofKind.INCOME).id(), second)).isInstanceOf(TakenBack.Looked.class);
        assertThat(about(ProofKind.INCOME).state()).isEqualTo(State.SENT);
    }

    @Test
    void anAssisterSendsAndKnowsOnlyOfTheirOwnFilesAndOpensNone() {
        send(ProofKind.INCOME, "hers.png", TestFiles.picture("png", 1));
        ProofRequest income = about(ProofKind.INCOME);
        Sent sent = asAna(hand -> documents.send(hand, income.id(), List.of(TestFiles.incoming("anas.png", TestFiles.picture("png", 2)))));
        assertThat(sent).isEqualTo(new Sent.Done(1, List.of()));
        ProofRequest seen = asAna(hand -> documents.show(hand, income.id()));
        assertThat(seen.files()).extracting(StoredFile::name).containsExactly("anas.png");
        assertThat(about(ProofKind.INCOME).files()).extracting(StoredFile::name).containsExactly("hers.png", "anas.png");
        UUID hers = about(ProofKind.INCOME).files().getFirst().id();
        assertThatThrownBy(() -> asAna(hand -> documents.takeBack(hand, income.id(), hers))).isInstanceOf(NotFound.class);
        assertThat(this.<TakenBack>asAna(hand -> documents.takeBack(hand, income.id(), seen.files().getFirst().id()))).isInstanceOf(TakenBack.Done.class);
        assertThat(about(ProofKind.INCOME).state()).as("hers still waits").isEqualTo(State.SENT);
        assertThatThrownBy(() -> asAna(hand -> all("SELECT encode(sealed, 'hex') FROM document.piece"))).isInstanceOf(DataAccessException.class);
        assertThat(this.<List<String>>asAna(hand -> all("SELECT id::text FROM document.file"))).as("a forgotten guard").isEmpty();
    }

    private List<String> all(String sql) {
        return household.inTransaction(() -> jdbc.sql(sql).query(String.class).list());
    }

    @Test
    void whoMayOnlySeeSendsNothingAndAnotherConsumersRequestsDoNotExist() {
        Actor tom = household.consumer("Tom", "Olson");
        handiwork.signed(tom);
        assertThatThrownBy(() -> documents.show(new org.assisterportal.application.Hand.Own(tom), about(ProofKind.INCOME).id())).isInstanceOf(NotFound.class);
        assertThat(this.<List<String>>asAna(hand -> all("SELECT DISTINCT consumer::text FROM document.request"))).containsExactly(id());
        household.authorize(maria, ana, Scope.SEE);
        Sent sent = asAna(hand -> documents.send(hand, about(ProofKind.INCOME).id(), List.of(TestFiles.incoming("a.png", TestFiles.picture("png", 2)))));
        assertThat(sent).isInstanceOf(Sent.Stopped.class);
        assertThat(about(ProofKind.INCOME).files()).isEmpty();
    }

    @Test
    void aLaterVersionAsksNothingTwiceAndForWhatIsSaidAnew() {
        send(ProofKind.CITIZENSHIP, "passport.png", TestFiles.picture("png", 1));
        ProofRequest citizenship = about(ProofKind.CITIZENSHIP);
        ProofRequest income = about(ProofKind.INCOME);
        var second = handiwork.changed(maria, new Spot(Question.INCOME, "self"), OTHER_PAY);
        assertThat(about(ProofKind.CITIZENSHIP).id()).isEqualTo(citizenship.id());
        assertThat(about(ProofKind.CITIZENSHIP).state()).isEqualTo(State.SENT);
        assertThat(about(ProofKind.CITIZENSHIP).application()).isEqualTo(second);
        assertThat(about(ProofKind.INCOME).id()).as("another amount, another request").isNotEqualTo(income.id());
        assertThat(documents.show(hers(), income.id()).state()).isEqualTo(State.NOT_NEEDED);
        assertThat(documents.send(hers(), income.id(), List.of(TestFiles.incoming("a.png", TestFiles.picture("png", 2))))).isInstanceOf(Sent.Closed.class);
        var third = handiwork.changed(maria, Spot.of(Question.EARNERS), Map.of("self", "NO"));
        assertThat(asked().stream().filter(ProofRequest::isOpen).map(ProofRequest::kind)).containsExactly(ProofKind.CITIZENSHIP);
        assertThat(about(ProofKind.CITIZENSHIP).application()).isEqualTo(third);
    }

    @Test
    void whatWaitsForAnOfficerStaysWhenTheAnswerItProvesIsAnother() {
        send(ProofKind.INCOME, "stub.png", TestFiles.picture("png", 1));
        ProofRequest income = about(ProofKind.INCOME);
        var second = handiwork.changed(maria, new Spot(Question.INCOME, "self"), OTHER_PAY);
        ProofRequest now = about(ProofKind.INCOME);
        assertThat(now.id()).isEqualTo(income.id());
        assertThat(now.state()).isEqualTo(State.SENT);
        assertThat(now.application()).isEqualTo(second);
        assertThat(now.version()).as("who decides on what was said before is told").isGreaterThan(income.version());
        assertThat(now.files()).hasSize(1);
    }

    @Test
    void anIncomeIsProvedForEachYearAndAnotherYearClosesNothing() {
        handiwork.changed(maria, new Spot(Question.INCOME, "self"), Map.of("kind-1", "WAGES", "amount-1", "500", "frequency-1", "MONTHLY"));
        ProofRequest income = about(ProofKind.INCOME);
        int other = Objects.requireNonNull(income.planYear()) == 2026 ? 2027 : 2026;
        var second = handiwork.changed(maria, Spot.of(Question.YEAR), Map.of("year", String.valueOf(other)));
        List<ProofRequest> incomes = asked().stream().filter(one -> one.kind() == ProofKind.INCOME && one.isOpen()).toList();
        assertThat(incomes).extracting(ProofRequest::planYear).containsExactlyInAnyOrder(income.planYear(), other);
        assertThat(incomes).filteredOn(one -> Objects.equals(one.planYear(), other)).extracting(ProofRequest::application).containsExactly(second);
        assertThat(asked().stream().filter(one -> one.kind() == ProofKind.CITIZENSHIP)).as("a citizen is one in every year").hasSize(1);
        handiwork.changed(maria, Spot.of(Question.EARNERS), Map.of("self", "NO"));
        assertThat(asked().stream().filter(one -> one.kind() == ProofKind.INCOME && one.isOpen()).map(ProofRequest::planYear))
                .as("closed for the one year only")
                .hasSize(1);
    }

    @Test
    void whatWasAcceptedIsNotAskedAgain() {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE document.request SET state = 'ACCEPTED', closed_at = now() WHERE consumer = :id")
                                .param("id", maria.subject())
                                .update());
        handiwork.changed(maria, Spot.of(Question.EARNERS), Map.of("self", "NO"));
        assertThat(asked()).hasSize(2).allSatisfy(one -> assertThat(one.state()).isEqualTo(State.ACCEPTED));
        assertThat(documents.standing(hers().consumer()).toDo()).isZero();
    }

    @Test
    void namesKeepNothingThatDoesNotBelongIntoThem() {
        assertThat(Stream.of("../../etc/pass\u202Ewd", "C:\\a\\pay.pdf", "a\"b<c>\r\n.png", "...", "x".repeat(300)).map(FileCheck::name))
                .containsExactly("passwd", "pay.pdf", "abc.png", "file", "x".repeat(100));
    }
}
