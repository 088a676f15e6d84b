package org.assisterportal.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1"})
    void whatAProgramMayRunIsMadeATextAndComesBackUnchanged(String cell) {
        assertThat(SafeCell.write(cell)).isEqualTo("'" + cell);
        assertThat(SafeCell.read(SafeCell.write(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 Elm Street", "'t Hooft", "a=b", "612-555-0100"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(SafeCell.write(cell)).isEqualTo(cell);
        assertThat(SafeCell.read(cell)).isEqualTo(cell);
    }
}
