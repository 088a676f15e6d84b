package org.assisterportal.identity.domain;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be (NIST SP 800-63B-4: long, not guessable, no composition rules), and its Argon2id hash. */
@Component
class Passwords {
    static final int SHORTEST = 15;
    static final int LONGEST = 200;
    private static final int FEWEST_GUESSES_LOG10 = 10;
    private static final int CONTEXT_WORD = 4;

    private final Argon2PasswordEncoder encoder;
    private final String nobodys;
    // Four at once bound the memory a flood of sign-ins can take.
    private final Semaphore seats = new Semaphore(4);
    private final Zxcvbn strength = new Zxcvbn();

    /** Of OWASP's second profile: 19 MiB, 2 rounds, 1 lane. */
    Passwords() {
        this(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2));
    }

    Passwords(Argon2PasswordEncoder encoder) {
        this.encoder = encoder;
        nobodys = Objects.requireNonNull(encoder.encode("nobody has this password"));
    }

    /** Why it is refused, a message key; empty when it may be used. Context: the person's name, address, agency. */
    Optional<String> refusal(String password, List<String> context) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("identity.password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("identity.password.long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String rest = lower;
        for (String word : words(context)) {
            rest = rest.replace(word, "");
        }
        if (rest.length() < lower.length() && rest.length() < SHORTEST - CONTEXT_WORD) {
            return Optional.of("identity.password.context");
        }
        boolean guessable = strength.measure(lower, words(context)).getGuessesLog10() < FEWEST_GUESSES_LOG10;
        return guessable ? Optional.of("identity.password.common") : Optional.empty();
    }

    private static List<String> words(List<String> context) {
        return context.stream()
                .flatMap(text -> java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= CONTEXT_WORD)
                .distinct()
                .toList();
    }

    String hash(String password) {
        return seated(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** Takes as long when there is no such account. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        return seated(() -> encoder.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    /** Every computation of a hash passes here. */
    <T> T seated(Supplier<T> work) {
        seats.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
