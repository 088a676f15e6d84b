package org.assisterportal.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ReferenceNumberTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aPublishedExampleOfTheCheckDigitHolds() {
        // 572 has the Damm check digit 4; leading zeros change nothing.
        assertThat(ReferenceNumber.isValid("0005724")).isTrue();
    }

    @Test
    void everySingleWrongDigitIsCaught() {
        for (int n = 0; n < 200; n++) {
            String right = ReferenceNumber.random(RANDOM).digits();
            for (int at = 0; at < right.length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String typed = right.substring(0, at) + digit + right.substring(at + 1);
                    assertThat(ReferenceNumber.isValid(typed)).isEqualTo(typed.equals(right));
                }
            }
        }
    }

    @Test
    void everySwapOfNeighborsIsCaught() {
        for (int n = 0; n < 500; n++) {
            String right = ReferenceNumber.random(RANDOM).digits();
            for (int at = 0; at + 1 < right.length(); at++) {
                String typed =
                        right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
                assertThat(ReferenceNumber.isValid(typed)).isEqualTo(typed.equals(right));
            }
        }
    }

    @Test
    void otherShapesAreRefused() {
        for (String text : new String[] {"", "412608", "41260833", "412 608", "41260a3", "٠٠٠٥٧٢٤"}) {
            assertThatThrownBy(() -> new ReferenceNumber(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
