package org.assisterportal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator reads the texts and records who has reviewed one. */
@MarketplaceTest
class TextPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private JdbcClient jdbc;

    @Test
    void aTextIsReadAndMarkedAsReviewed() {
        String code = Region.unique("text.page.");
        jdbc.sql("INSERT INTO policy.policy_text VALUES (:code, '2020-01-01', 'en', '# Title\n\n[see] Words.', 'a clause')")
                .param("code", code).update();
        Town.People people = town.people();
        assertThat(caller.get(people.administrator(), "/admin/texts").body())
                .contains("Authorization of an assister", "Spanish", "Not reviewed: binds nobody", code)
                .doesNotContain("??");
        String path = "/admin/texts/" + code + "/2020-01-01/en";
        assertThat(caller.get(people.administrator(), path).body()).contains("Title", "Only see", "By nobody yet");
        assertThat(caller.post(people.administrator(), path + "/review", "reviewer=Rosa+Reader&on=2090-01-01").body())
                .contains("choose a day that is not in the future", "value=\"Rosa Reader\"", "href=\"#on\"");
        assertThat(caller.post(people.administrator(), path + "/review", "reviewer=Rosa+Reader&on=yesterday").body())
                .contains("choose a day that is not in the future");
        assertThat(caller.post(people.administrator(), path + "/review", "reviewer=Rosa+Reader&on=2026-01-02").location())
                .isEqualTo("/admin/texts?reviewed");
        assertThat(caller.get(people.administrator(), path).body())
                .contains("Rosa Reader, on Jan 2, 2026. Recorded by Adam Admin")
                .doesNotContain("By nobody yet");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM audit.line WHERE act = 'text.reviewed' AND NOT refused AND facts->>'text' = :code")
                                .param("code", code)
                                .query(Long.class)
                                .single())
                .isOne();
        assertThat(caller.get(people.administrator(), "/admin/texts/none/2020-01-01/en").status()).isEqualTo(404);
        assertThat(caller.post(people.administrator(), "/admin/texts/none/2020-01-01/en/review", "reviewer=R&on=2026-01-02").status())
                .isEqualTo(404);
    }
}
