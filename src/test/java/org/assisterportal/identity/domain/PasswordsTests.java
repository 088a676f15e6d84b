package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {
    private static final String PASSWORD = "violet tractor hums below nine clouds";

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsArgon2idWithNineteenMebibytesAndTwoRounds() {
        assertThat(passwords.hash(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash(PASSWORD));
    }

    @Test
    void aPasswordFitsItsHashAndNoOtherAndNobodysFitsNone() {
        String hash = passwords.hash(PASSWORD);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + "s", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void aPasswordLongerThanTheLongestFitsNothing() {
        String longest = "x".repeat(Passwords.LONGEST);
        assertThat(passwords.matches(longest, passwords.hash(longest))).isTrue();
        assertThat(passwords.matches(longest + "x", passwords.hash(longest + "x"))).isFalse();
    }
}
