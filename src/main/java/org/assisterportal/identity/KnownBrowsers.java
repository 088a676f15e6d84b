package org.assisterportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assisterportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Browsers in which somebody proved both factors before: their tries are counted apart, so that nobody else uses them up. */
@Component
public class KnownBrowsers {
    private static final String COOKIE = "known";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST_ACCOUNTS = 5;

    private final SignedCookies cookies;
    private final SignIn signIn;

    KnownBrowsers(SignedCookies cookies, SignIn signIn) {
        this.cookies = cookies;
        this.signIn = signIn;
    }

    /** The marks of the accounts that were signed in to here; none tells which account it is of. */
    public List<String> marks(HttpServletRequest request) {
        return cookies.read(request, COOKIE).map(text -> List.of(text.split(" "))).orElse(List.of());
    }

    void remember(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        signIn.mark(account)
                .ifPresent(
                        mark -> {
                            List<String> marks =
                                    Stream.concat(Stream.of(mark), marks(request).stream())
                                            .distinct()
                                            .limit(MOST_ACCOUNTS)
                                            .toList();
                            cookies.give(response, COOKIE, String.join(" ", marks), KEPT);
                        });
    }
}
