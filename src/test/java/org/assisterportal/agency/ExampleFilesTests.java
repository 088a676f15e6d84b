package org.assisterportal.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class ExampleFilesTests {
    @Autowired private Region region;
    @Autowired private Rosters rosters;

    @ParameterizedTest
    @CsvSource({"navigator-roster.csv, NAVIGATOR, 4", "cac-roster.csv, CAC, 3"})
    void theExampleRostersAreTakenAsTheyAre(String file, AgencyKind kind, long people) throws Exception {
        Region.Office office = region.agency(kind);
        byte[] bytes = Files.readAllBytes(Path.of("examples", file));
        assertThat(rosters.upload(file, bytes, office.contact())).isInstanceOf(Rosters.Uploaded.Ready.class);
        Rosters.Preview preview = rosters.preview(1, office.contact()).orElseThrow();
        assertThat(preview.counts()).containsEntry(Rosters.RowState.NEW, people);
        assertThat(rosters.accept(preview.id(), office.contact())).isTrue();
    }
}
