package org.assisterportal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.identity.Tries;
import org.assisterportal.routes.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whatever ends a request early ends in a short page of our own. */
@MarketplaceTest
class EndsTests {
    /** The most that a form's text may have. */
    private static final int FORM = 2 * 1024 * 1024;

    private static final Random RANDOM = new Random();

    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Tries tries;

    private Town.People people;

    @BeforeEach
    void settle() {
        people = town.people();
    }

    private static void endsWith(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.title()).isEqualTo(title);
        assertThat(answer.body()).doesNotContain("??").contains("Assister Resource Center at");
    }

    @Test
    void aPageThatIsNotThereAndOneThatIsNotOpenSaySo() {
        endsWith(
                caller.get(people.officer, "/arc/people/" + people.office.id()),
                404,
                "This page does not exist");
        String nobody = "00000000-0000-0000-0000-000000000000";
        assertThat(caller.get(people.officer, "/arc/people/" + nobody).body())
                .contains("This page does not exist")
                .doesNotContain("Number of this problem", nobody);
        assertThat(caller.get(people.officer, "/arc/nothing").body().split("651-555-0100", -1)).hasSize(2);
        endsWith(caller.get(people.officer, "/arc/nothing"), 404, "This page does not exist");
        endsWith(caller.get(people.officer, "/amp"), 403, "This page is not open to you");
        endsWith(caller.get(people.learner, "/me"), 403, "This page is not open to you");
    }

    @Test
    void aSuspendedAssisterReadsWhenAndWhy() {
        assertThat(caller.get(people.suspended, "/portal").body())
                .contains("Your access to the assister portal is suspended", "Suspended on ")
                .contains("because your agency&#39;s roster said Assister Portal Access: No.")
                .doesNotContain("It was corrected since", "??");
    }

    @Test
    void aFormThatIsOutOfDateOffersTheWayBackToItsPage() {
        Answer answer = caller.postWithoutToken(people.contact, "/amp/people", "first-name=Ana");
        endsWith(answer, 403, "This form was open too long");
        assertThat(answer.body())
                .contains("href=\"/amp/people/new\"")
                .contains("Nothing of this form was saved");
    }

    @Test
    void aStaleFormIsToldApartFromAFault() {
        Answer answer =
                caller.post(
                        people.contact,
                        "/amp/people/" + people.person,
                        "seen=long-ago");
        endsWith(answer, 409, "Somebody was faster");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/arc/queue?tab=NONSENSE",
                "/arc/queue?page=abc",
                "/arc/record?page=1e3",
                "/arc/agencies?page=99999999999999999999"
            })
    void whatCannotBeReadIsToldAndChangesNothing(String address) {
        endsWith(caller.get(people.officer, address), 400, "We could not read this request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/arc/queue?page=-1",
                "/arc/queue?page=999999999",
                "/arc/agencies?page=0",
                "/arc/agencies?page=",
                "/arc/mails?state=NONSENSE",
                "/arc/mails?page=2147483648",
                "/arc/record?page=-2147483648"
            })
    void pageNumbersOutsideAListAreTakenAsTheNearest(String address) {
        assertThat(caller.get(people.officer, address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/amp/roster?page=999999999",
                "/amp/submissions?page=999999999",
                "/amp/roster?page=-5"
            })
    void anAgencysListsTakeThemToo(String address) {
        assertThat(caller.get(people.contact, address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-an-id",
                "00000000-0000-0000-0000-000000000000",
                "1",
                "..%2f..%2fetc",
                "%27%20OR%201=1"
            })
    void anIdOfAnyOtherShapeIsAPageThatDoesNotExistOrCannotBeRead(String id) {
        assertThat(caller.get(people.officer, "/arc/people/" + id).status()).isIn(400, 404);
        assertThat(caller.get(people.contact, "/amp/people/" + id).status()).isIn(400, 404);
    }

    @Test
    void theCharacterNulIsRefusedByAPageAndNeverReachesTheDatabase() {
        for (String path : new String[] {"/arc/people", "/arc/agencies"}) {
            endsWith(
                    caller.post(people.officer, path, "q=a%00b&name=a%00b&kind=CAC"),
                    400,
                    "We could not read this request");
        }
        endsWith(
                caller.post(Visitor.NOBODY, "/sign-in", "email=a%00b&password=x"),
                400,
                "We could not read this request");
        endsWith(
                caller.post(Visitor.NOBODY, "/recover", "email=a%00b"),
                400,
                "We could not read this request");
        endsWith(
                caller.post(people.contact, "/amp/people", "first-name=a%00b"),
                400,
                "We could not read this request");
        assertThat(caller.get(people.officer, "/arc/agencies?q=a%00b").status()).isEqualTo(400);
    }

    @Test
    void veryLongValuesAreToldAtTheirFieldOrAsUnreadable() {
        String longText = "x".repeat(100_000);
        Answer search = caller.post(people.officer, "/arc/people", "q=" + longText);
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.body()).contains("254 characters or fewer");
        assertThat(caller.post(people.contact, "/amp/people", "first-name=" + longText).status())
                .isEqualTo(200);
        assertThat(
                        caller.post(
                                        Visitor.NOBODY,
                                        "/sign-in",
                                        "email=" + longText + "&password=" + longText)
                                .status())
                .isEqualTo(200);
        assertThat(caller.get(people.officer, "/arc/agencies?q=" + "x".repeat(20_000)).status())
                .isEqualTo(400);
    }

    @Test
    void otherMethodsHaveTheirAnswers() {
        endsWith(
                caller.method("DELETE", people.officer, "/arc/queue"),
                403,
                "This form was open too long");
        endsWith(
                caller.post(people.officer, "/arc/mails", ""),
                405,
                "This page is not opened this way");
        assertThat(
                        caller.post(people.officer, "/arc/mails", "")
                                .response()
                                .headers()
                                .firstValue("Allow"))
                .isPresent();
        assertThat(caller.method("HEAD", people.officer, "/arc/queue").status()).isEqualTo(200);
        assertThat(caller.method("HEAD", Visitor.NOBODY, "/actuator/health").status())
                .isEqualTo(200);
        assertThat(caller.method("HEAD", Visitor.NOBODY, "/arc/queue").location())
                .isEqualTo("/sign-in");
        assertThat(caller.method("OPTIONS", people.officer, "/arc/queue").status()).isEqualTo(200);
        assertThat(caller.method("OPTIONS", Visitor.NOBODY, "/arc/queue").location())
                .isEqualTo("/sign-in");
        assertThat(caller.method("TRACE", people.officer, "/arc/queue").status()).isIn(400, 405);
        assertThat(caller.method("BREW", people.officer, "/arc/queue").status())
                .isIn(400, 405, 501);
    }

    @Test
    void aFileOverTenMegabytesIsToldAtTheFormAndAFarLargerOneByAPageOnTheSameConnection()
            throws IOException {
        assertThat(upload(people.contact, 11)).startsWith("HTTP/1.1 200").contains("10 MB");
        assertThat(upload(people.contact, 70))
                .startsWith("HTTP/1.1 413")
                .contains("This file is too large");
        assertThat(upload(Visitor.NOBODY, 70))
                .startsWith("HTTP/1.1 413")
                .contains("This file is too large");
        assertThat(upload(people.contact, -70))
                .startsWith("HTTP/1.1 413")
                .contains("This file is too large");
    }

    @Test
    void aFormWithTooMuchTextIsToldByAPageInEveryLanguage() {
        String longest = "x".repeat(FORM - "_csrf=&first-name=".length() - caller.token().length());
        assertThat(caller.post(people.contact, "/amp/people", "first-name=" + longest).status()).isEqualTo(200);
        endsWith(caller.post(people.contact, "/amp/people", "first-name=x" + longest), 413, "This form has too much text");
        for (int size : new int[] {FORM, 14 * FORM / 2}) {
            endsWith(caller.post(Visitor.NOBODY, "/account/sign-in", "email=" + "x".repeat(size)), 413, "This form has too much text");
            endsWith(caller.post(Visitor.NOBODY, "/plans", "zip=" + "x".repeat(size)), 413, "This form has too much text");
        }
        Answer spanish = caller.body("POST", Visitor.NOBODY, "/plans", "application/x-www-form-urlencoded", "zip=" + "x".repeat(FORM));
        assertThat(spanish.title()).isEqualTo("Este formulario tiene demasiado texto");
        assertThat(spanish.status()).isEqualTo(413);
    }

    @Test
    void anUploadOfTooManyFilesOrWithTooMuchTextIsToldByAPageInEveryLanguage() {
        assertThat(upload("POST", people.contact, "/amp/upload", "x", 40).title()).isEqualTo("Upload a CSV file");
        endsWith(upload("POST", people.contact, "/amp/upload", "x", 60), 413, "These are too many files at once");
        endsWith(upload("POST", people.contact, "/amp/upload", "x".repeat(FORM), 1), 413, "This form has too much text");
        for (String path : new String[] {"/plans", "/account/sign-in", "/coverage/begin"}) {
            Answer many = upload("POST", Visitor.NOBODY, path, "x", 60);
            assertThat(many.title()).as(path).isEqualTo("Son demasiados archivos a la vez");
            assertThat(many.status()).isEqualTo(413);
            assertThat(upload("POST", Visitor.NOBODY, path, "x".repeat(FORM), 1).title()).isEqualTo("Este formulario tiene demasiado texto");
            assertThat(upload("POST", Visitor.NOBODY, path, "x".repeat(7 * FORM), 1).title()).isEqualTo("Este archivo es demasiado grande");
        }
        Answer looked = upload("GET", Visitor.NOBODY, "/plans", "x", 60);
        assertThat(looked.status()).isIn(400, 413);
        assertThat(looked.title()).isIn("No pudimos leer esta solicitud", "Este archivo es demasiado grande");
    }

    private Answer upload(String method, Visitor visitor, String path, String text, int files) {
        String part = "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body =
                part.formatted("_csrf", "", caller.token())
                        + part.formatted("text", "", text)
                        + part.formatted("file", "; filename=\"a.csv\"", "a").repeat(files)
                        + "--edge--\r\n";
        return caller.body(method, visitor, path, "multipart/form-data; boundary=edge", body);
    }

    @Test
    void whoOpensPagesTooOftenIsToldHowLongToWait() {
        String network = "10.96." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256);
        for (int i = 0; i < 600; i++) {
            tries.tryOnce("directory", network, 600, Duration.ofMinutes(70));
        }
        Answer answer = caller.getFrom(network, "/directory");
        endsWith(answer, 429, "Too many pages were opened from your network");
        assertThat(answer.body()).contains("Wait 70 minutes, then try again.");
    }

    @Test
    void aFloodOfRefusalsStarvesNobodyOfConnections() throws Exception {
        caller.token();
        try (ExecutorService crowd = Executors.newFixedThreadPool(60)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String path = i % 2 == 0 ? "/recover" : "/learn/lost-key";
                String form = "email=" + Region.unique("nobody.") + "@example.org";
                answers.add(crowd.submit(() -> caller.post(Visitor.NOBODY, path, form).status()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 302);
            }
        }
    }

    /**
     * Writes the whole upload before it reads a byte, as many clients do; negative: in chunks,
     * without its length.
     */
    private String upload(Visitor visitor, int megabytes) throws IOException {
        byte[] part =
                ("--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                                + caller.token()
                                + "\r\n"
                                + "--edge\r\n"
                                + "Content-Disposition: form-data; name=\"file\";"
                                + " filename=\"roster.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] megabyte = "a,b,c,d\n".repeat(131_072).getBytes(StandardCharsets.UTF_8);
        int count = Math.abs(megabytes);
        boolean chunked = megabytes < 0;
        long length = part.length + (long) count * megabyte.length + end.length;
        String head =
                "POST /amp/upload HTTP/1.1\r\nHost: localhost:"
                        + caller.port()
                        + "\r\nCookie: "
                        + caller.cookies(visitor)
                        + "\r\nContent-Type: multipart/form-data; boundary=edge\r\n"
                        + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length)
                        + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("localhost", caller.port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            write(out, part, chunked);
            for (int i = 0; i < count; i++) {
                write(out, megabyte, chunked);
            }
            write(out, end, chunked);
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
        if (chunked) {
            out.write(
                    (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
