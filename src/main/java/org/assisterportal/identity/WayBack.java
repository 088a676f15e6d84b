package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The way back for somebody whose session ended: to the page they wanted, and to the form they had filled in. */
@Component
public class WayBack {
    /** The page with what was kept. */
    public static final String HELD_PAGE = "/session/held";

    /** Consumers' own pages, and assisters' who act for one. */
    private static final String COVERAGE = "/coverage";

    private static final String WHO = "who";
    private static final String WANTED = "wanted";
    private static final String HELD = "held";
    private static final Duration WANTED_FOR = Duration.ofMinutes(15);
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9._-]+){1,8}");
    private static final Pattern SECRET = Pattern.compile("present|ssn|(other)?code|.*(password|secret|token|csrf).*");

    private final SignedCookies cookies;
    private final HeldForms forms;
    private final SessionPolicy policy;
    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    WayBack(SignedCookies cookies, HeldForms forms, SessionPolicy policy, Keys keys) {
        this.cookies = cookies;
        this.forms = forms;
        this.policy = policy;
        this.keys = keys;
    }

    // When a session has ended its row is gone, and with it whose it was: so the browser keeps a name for the person
    // that only this product can read.
    private record Last(SignInPage page, HeldForms.Owner owner) {
        String text() {
            return page.text() + " " + owner.person() + " " + owner.hat();
        }

        static Last parse(String text) {
            String[] parts = text.split(" ");
            return new Last(SignInPage.parse(parts[0]), new HeldForms.Owner(parts[1], parts[2]));
        }
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        Last last = last(who);
        cookies.give(response, WHO, last.text(), policy.longest().plus(HeldForms.KEPT));
        cookies.read(request, HELD).ifPresent(browser -> forms.keepOnly(browser, last.owner()));
    }

    void signedOut(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, HELD).ifPresent(forms::drop);
        for (String name : List.of(WHO, WANTED, HELD)) {
            cookies.take(response, name);
        }
    }

    /**
     * Where a signed-out request is sent. A page that was wanted is remembered for a quarter of an hour, a form that
     * was sent for an hour.
     */
    public String signInPage(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        Optional<Last> last = cookies.read(request, WHO).map(Last::parse);
        SignInPage of = last.map(Last::page).orElse(null);
        String page = signInPage(of, path).path();
        if (path.equals("/sign-out")) {
            return page + "?signed-out";
        }
        if (request.getMethod().equals("GET") && isNavigation(request) && mayReturn(path)) {
            cookies.give(response, WANTED, path, WANTED_FOR);
        }
        if (request.getMethod().equals("POST") && keep(request, response, path, true)) {
            return page + "?kept";
        }
        boolean another = of == SignInPage.CONSUMER != page.equals(SignInPage.CONSUMER.path());
        return of == null || another ? page : page + "?ended";
    }

    /** By the page that was wanted, and where that doesn't tell, by who was signed in last. */
    private static SignInPage signInPage(@Nullable SignInPage last, String path) {
        if (under(Hat.CONSUMER.home(), path)) {
            return SignInPage.CONSUMER;
        }
        if (under(COVERAGE, path)) {
            return last == SignInPage.ACCOUNT ? SignInPage.ACCOUNT : SignInPage.CONSUMER;
        }
        if (under("/learn", path)) {
            return last == null || last == SignInPage.LEARNER ? SignInPage.LEARNER : SignInPage.ACCOUNT;
        }
        return last == SignInPage.CONSUMER && !mayReturn(path) ? SignInPage.CONSUMER : SignInPage.ACCOUNT;
    }

    /** Remembers a page of ours for somebody who has to sign in first. */
    public void comeBackTo(String path, HttpServletResponse response) {
        if (PLAIN_PATH.matcher(path).matches()) {
            cookies.give(response, WANTED, path, WANTED_FOR);
        }
    }

    /**
     * Keeps the request's fields as the form of this path, for the person who was signed in last in this browser.
     * Files aren't kept, nor is anything secret, nor a form of a page that isn't behind the sign-in of a hat.
     */
    public boolean keep(HttpServletRequest request, HttpServletResponse response, String path, boolean pressed) {
        Optional<Last> last = cookies.read(request, WHO).map(Last::parse);
        if (last.isEmpty() || !ofAHat(path) || isMultipart(request)) {
            return false;
        }
        Map<String, List<String>> fields = fields(request);
        String browser = cookies.read(request, HELD).orElseGet(this::newBrowser);
        if (!forms.keep(browser, last.get().owner(), new HeldForms.Form(path, fields, pressed))) {
            return false;
        }
        cookies.give(response, HELD, browser, HeldForms.KEPT);
        return true;
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /** Where the person who has just signed in goes: to what was kept, to the page that was wanted, or as usual. */
    public String next(HttpServletRequest request, HttpServletResponse response, String usual) {
        Optional<String> wanted = cookies.read(request, WANTED);
        if (wanted.isPresent()) {
            cookies.take(response, WANTED);
        }
        if (!held(request).isEmpty()) {
            return HELD_PAGE;
        }
        String authority =
                signedIn().flatMap(who -> who.getAuthorities().stream().map(String::valueOf).findFirst()).orElse("");
        return wanted.filter(path -> opens(authority, path)).orElse(usual);
    }

    /** The sign-in page for somebody signed out whose form was kept; empty where it can't be: nobody was signed in here. */
    public Optional<String> keptAt(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        return signedIn().isEmpty() && keep(request, response, path, true)
                ? Optional.of(signInPage(cookies.read(request, WHO).map(Last::parse).map(Last::page).orElse(null), path).path() + "?kept")
                : Optional.empty();
    }

    /** What a form of this path sent, to be sent again by the page that refuses it; empty where it isn't a hat's. */
    public static Map<String, List<String>> sent(HttpServletRequest request) {
        return ofAHat(request.getRequestURI()) && !isMultipart(request) ? fields(request) : Map.of();
    }

    /** Where somebody signs in who wants this path. */
    public static String signInFor(String path) {
        return signInPage(null, path).path();
    }

    /** What this browser holds for the signed-in person in their present hat. */
    public List<HeldForms.Held> held(HttpServletRequest request) {
        Optional<String> browser = cookies.read(request, HELD);
        Optional<SignedIn> who = signedIn();
        return browser.isEmpty() || who.isEmpty() ? List.of() : forms.of(browser.get(), last(who.get()).owner());
    }

    /** The same, shown to the person. */
    public List<HeldForms.Held> show(HttpServletRequest request) {
        return signedIn()
                .map(who -> forms.show(browser(request), last(who).owner(), who.getPrincipal()))
                .orElse(List.of());
    }

    /** Gives a kept form out, once. */
    public Optional<HeldForms.Form> take(UUID id, HttpServletRequest request) {
        return signedIn().flatMap(who -> forms.take(id, browser(request), last(who).owner(), who.getPrincipal()));
    }

    /** Deletes a kept form. */
    public void discard(UUID id, HttpServletRequest request) {
        signedIn().ifPresent(who -> forms.discard(id, browser(request), last(who).owner(), who.getPrincipal()));
    }

    /** The browser's name; a browser without one holds nothing. */
    private String browser(HttpServletRequest request) {
        return cookies.read(request, HELD).orElse("");
    }

    static boolean opens(String authority, String path) {
        boolean learner = authority.equals(SessionStart.LEARNER);
        return Arrays.stream(Hat.values()).anyMatch(hat -> hat.authority().equals(authority) && under(hat.home(), path))
                || (under(COVERAGE, path)
                        && (authority.equals(Hat.CONSUMER.authority()) || authority.equals(Hat.ASSISTER.authority())))
                || (under("/learn", path) && (learner || authority.equals(Hat.ASSISTER.authority())))
                || ((under("/me", path) || under("/activate", path))
                        && !learner && !authority.isEmpty() && !authority.equals(Hat.CONSUMER.authority()));
    }

    private static boolean ofAHat(String path) {
        return PLAIN_PATH.matcher(path).matches()
                && (under("/learn", path) || under(COVERAGE, path) || Arrays.stream(Hat.values()).anyMatch(hat -> under(hat.home(), path)));
    }

    private static boolean mayReturn(String path) {
        return ofAHat(path) || (PLAIN_PATH.matcher(path).matches() && under("/me", path));
    }

    private static boolean under(String home, String path) {
        return path.equals(home) || path.startsWith(home + "/");
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    private Last last(SignedIn who) {
        String hat = who.getName() + " " + who.getAuthorities() + " " + who.getPrincipal().subject();
        HeldForms.Owner owner = new HeldForms.Owner(hash("person", who.getName()), hash("hat", hat));
        return new Last(SignInPage.of(who.getPrincipal()), owner);
    }

    private String hash(String what, String text) {
        return HexFormat.of().formatHex(keys.hmac("held-form-" + what, text), 0, 16);
    }

    private String newBrowser() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
