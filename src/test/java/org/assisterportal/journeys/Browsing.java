package org.assisterportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person at a browser; at every page opened and every button pressed axe looks for what shuts people out. */
abstract class Browsing {
    static final String PASSWORD = "violet tractor hums below nine clouds";
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final String BUILD =
            """
            () => {
                const build = element => element.tagName + [...element.attributes]
                    .filter(one => !['href', 'value', 'src', 'content', 'action'].includes(one.name))
                    .map(one => one.name + '=' + one.value.replace(/[0-9a-f-]{8,}|[0-9]+/g, '#')).join(' ')
                    + [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '')
                    + '(' + [...new Set([...element.children].map(build))].join('|') + ')';
                return location.pathname.split('/')[1] + innerWidth + build(document.documentElement);
            }
            """;
    // What passes needn't be told in full, and style sheets aren't read anew for a rule that isn't asked for.
    private static final String LOOK =
            """
            async () => {
                %s
                const found = await axe.run({
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: {assets: ['media']}
                });
                return found.violations.map(one => one.help + ': ' + one.nodes.map(node => node.failureSummary + ' ' + node.html).join(', '));
            }
            """
                    .formatted(AxeBuilder.getAxeScript());
    /** One for all journeys of a process, with whose end it ends: a start costs more than many a journey. */
    private static final Browser BROWSER =
            Playwright.create()
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(installed())
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));

    Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Where the product answers, e.g. {@code http://localhost:8080}. */
    abstract String address();

    /** Chromium without its own windows, which draw more than the pages in them; or with them, where there is no other. */
    private static Path installed() {
        Path shell = Path.of("/usr/bin/chromium-headless-shell");
        return Files.exists(shell) ? shell : Path.of("/usr/bin/chromium");
    }

    @BeforeEach
    void sitDown() {
        page = somebodyElse();
    }

    /** A browser of its own, with no cookies; what its console complains about fails the journey. */
    Page somebodyElse() {
        Page opened = BROWSER.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)).newPage();
        listen(opened);
        return opened;
    }

    /** Another tab of the same browser. */
    Page anotherTab() {
        Page opened = page.context().newPage();
        listen(opened);
        return opened;
    }

    private void listen(Page opened) {
        Set<String> pages = ConcurrentHashMap.newKeySet();
        opened.onResponse(
                response -> {
                    if (response.request().isNavigationRequest()) {
                        pages.add(response.url());
                    }
                });
        opened.onPageError(error -> complaints.add(opened.url() + ": " + error));
        opened.onConsoleMessage(
                message -> {
                    // A refused page is what some journeys want to see; a refused script, picture or font never is.
                    boolean refusedPage =
                            message.text().startsWith("Failed to load resource")
                                    && pages.stream().anyMatch(message.location()::startsWith);
                    if (message.type().equals("error") && !refusedPage) {
                        complaints.add(opened.url() + ": " + message.text() + " at " + message.location());
                    }
                });
    }

    @AfterEach
    void nothingInTheConsole() {
        assertThat(complaints).isEmpty();
    }

    /** Not after each journey: who signed in once for a whole class stays. */
    @AfterAll
    static void leave() {
        BROWSER.contexts().forEach(BrowserContext::close);
    }

    /** Nothing is wider than the screen. */
    void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(page.url()).isEqualTo(true);
    }

    /** The page in front of its browser's others: one that is behind them draws, and so takes clicks, once a second only. */
    private Page inFront() {
        page.bringToFront();
        return page;
    }

    void open(String path) {
        inFront().navigate(address() + path);
        accessible();
    }

    void press(String name) {
        inFront().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
        page.waitForLoadState();
        accessible();
    }

    void follow(String name) {
        inFront().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
        page.waitForLoadState();
        accessible();
    }

    void fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first().fill(value);
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** What the page's alerts say. */
    String alert() {
        return String.join("\n", page.locator("main [role=alert]").allInnerTexts());
    }

    String title() {
        return page.locator("h1").innerText();
    }

    /** Axe looks at every state of every page; at one that is built alike, words and equal rows aside, it has looked before. */
    void accessible() {
        worded();
        if (!SEEN.add(String.valueOf(page.evaluate(BUILD)))) {
            return;
        }
        assertThat(page.frames()).as("%s has no frames, into which axe wouldn't look", page.url()).hasSize(1);
        assertThat((List<?>) page.evaluate(LOOK)).as(page.url()).isEmpty();
        picture();
    }

    /** Nowhere does a message's key stand in place of its words, or a gap in them stay open. */
    void worded() {
        assertThat(page.locator("body").innerText()).as("a key without words").doesNotContainPattern("\\?\\?\\S+\\?\\?|\\{\\d");
    }

    /** What the page looks like, for people to look at; only with {@code -Dpictures}, since a picture takes its time. */
    void picture() {
        if (System.getProperty("pictures") == null) {
            return;
        }
        String name = page.viewportSize().width + "-" + page.title().replaceAll("[^A-Za-z]+", "-");
        Path pictures = Path.of("target", "pictures");
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")).setFullPage(true));
    }

    /** Answers the secret that the authenticator app was given. */
    String setUpFromHere() {
        page.getByLabel("New password").fill(PASSWORD);
        page.getByText("I have read the terms").click();
        press("Next: authenticator app");
        String secret = page.locator("#secret").innerText();
        page.getByLabel("Code").fill(AuthenticatorApp.code(secret, Instant.now()));
        press("Set up my account");
        page.getByText("I have kept them").click();
        accessible();
        return secret;
    }
}
