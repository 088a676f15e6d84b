package org.assisterportal.agency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarketplaceTest
class OldUploadsTests {
    @Autowired private Region region;
    @Autowired private Rosters rosters;
    @Autowired private OldUploads old;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @Test
    void aFileThatNobodyTookIsDeletedAfterADay() {
        Region.Office waiting = region.agency(AgencyKind.NAVIGATOR);
        Region.Office forgotten = region.agency(AgencyKind.NAVIGATOR);
        upload(waiting, Duration.ofHours(23));
        UUID gone = upload(forgotten, Duration.ofHours(25));

        assertThat(rosters.uploadWaits(forgotten.contact())).isFalse();
        assertThat(rosters.preview(1, forgotten.contact())).isEmpty();
        assertThat(rosters.accept(gone, forgotten.contact())).isFalse();
        assertThat(rosters.uploadWaits(waiting.contact())).isTrue();

        old.sweep();
        assertThat(count("SELECT count(*) FROM agency.upload WHERE agency = :id", forgotten.id().value())).isZero();
        assertThat(count("SELECT count(*) FROM agency.upload WHERE agency = :id", waiting.id().value())).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM audit.line WHERE act = 'roster.upload-expired' AND subject = :id", gone))
                .isEqualTo(1);
        old.sweep();
        assertThat(count("SELECT count(*) FROM audit.line WHERE act = 'roster.upload-expired' AND subject = :id", gone))
                .isEqualTo(1);
    }

    private UUID upload(Region.Office office, Duration ago) {
        region.person(office);
        byte[] file = rosters.export(office.contact()).getBytes(StandardCharsets.UTF_8);
        assertThat(rosters.upload("roster.csv", file, office.contact())).isInstanceOf(Rosters.Uploaded.Ready.class);
        UUID upload = rosters.preview(1, office.contact()).orElseThrow().id();
        jdbc.sql("UPDATE agency.upload SET uploaded_at = :then WHERE id = :id")
                .param("then", Sql.time(clock.instant().minus(ago)))
                .param("id", upload)
                .update();
        return upload;
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }
}
