package org.assisterportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"Maria", "María de la Cruz", "O'Neil", "D’Angelo", "Anne-Marie", "Martin Luther Jr.", "J. R.", "Nguyễn", "Иван", "美玲"})
    void peoplesNamesAreNames(String name) {
        assertThat(PersonName.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Prize http://evil.example", "www.evil.example", "call 218-555-0666", "You won!", "a@b", "<b>", "Ana\nTorres"})
    void whatCouldBeALinkOrANumberToCallIsNone(String text) {
        assertThat(PersonName.isName(text)).isFalse();
    }
}
