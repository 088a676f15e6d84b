package org.assisterportal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "Ann.O'Neil+x@sub.agency.example", "x_y@a-b.example"})
    void takesAddresses(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a b@c.example", "a@b.example\n", "a..b@c.example", "@b.example", "a@-b.example"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letterCaseDoesNotMakeAnotherAddress() {
        assertThat(new EmailAddress("Info@Agency.example").key()).isEqualTo("info@agency.example");
        assertThat(new EmailAddress("Info@Agency.example").mailbox()).isEqualTo("info");
    }
}
