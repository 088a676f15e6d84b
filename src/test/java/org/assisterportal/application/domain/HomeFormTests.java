package org.assisterportal.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.assisterportal.application.Question;
import org.assisterportal.application.SignedVersions.Mailing;
import org.assisterportal.application.Spot;
import org.junit.jupiter.api.Test;

/** Where people without a fixed home stay, and where mail comes. */
class HomeFormTests {
    private static final Map<String, String> STAYS = Map.of("city", "Duluth", "zip", "55802", "county", "St. Louis", "stays", "YES");

    private static Map<String, String> with(String... more) {
        Map<String, String> content = new HashMap<>(STAYS);
        for (int i = 0; i < more.length; i += 2) {
            content.put(more[i], more[i + 1]);
        }
        return content;
    }

    private static Map<String, String> wrong(Map<String, String> content) {
        return Interview.faults(Spot.of(Question.HOME), content, Answers.ofMaria().page(Question.HOME, content).sheet()).problems();
    }

    private static HomeForm read(Map<String, String> content) {
        return HomeForm.of(new Fields(content));
    }

    @Test
    void onlyWhoHasNoFixedHomeGivesNoStreet() {
        assertThat(wrong(STAYS)).containsOnly(Map.entry("street", "apply.problem.needed"));
        assertThat(wrong(with("no-home", "true"))).isEmpty();
        assertThat(wrong(with("no-home", "true", "street", "Harbor Shelter"))).isEmpty();
        assertThat(wrong(with("no-home", "true", "street", "x".repeat(121)))).containsOnly(Map.entry("street", "apply.problem.long"));
        assertThat(wrong(Map.of("no-home", "true", "stays", "YES"))).containsOnlyKeys("city", "zip", "county");
    }

    @Test
    void theFactsStayTheSame() {
        Answers housed = Answers.ofMaria();
        Answers without = Answers.ofMaria().page(Question.HOME, with("no-home", "true", "mail-street", "PO Box 12", "mail-city", "Hudson", "mail-state", "WI", "mail-zip", "54016"));
        assertThat(HouseholdFacts.of(without.sheet())).isEqualTo(HouseholdFacts.of(housed.sheet()));
    }

    @Test
    void aMailingAddressIsWholeOrNone() {
        Map<String, String> home = with("street", "12 Oak St");
        assertThat(read(home).mailing()).isNull();
        home.put("mail-state", "WI");
        assertThat(read(home).mailing()).as("a state alone is none").isNull();
        home.put("mail-zip", "54016");
        assertThat(wrong(home)).containsOnly(Map.entry("mail-street", "apply.problem.needed"), Map.entry("mail-city", "apply.problem.needed"));
        home.putAll(Map.of("mail-street", "PO Box 12", "mail-city", "Hudson"));
        assertThat(wrong(home)).isEmpty();
        assertThat(read(home).mailing()).isEqualTo(new Mailing("PO Box 12", "Hudson", "WI", "54016"));
        home.putAll(Map.of("mail-zip", "5401", "mail-state", "XX"));
        assertThat(wrong(home)).containsOnly(Map.entry("mail-zip", "apply.problem.zip"), Map.entry("mail-state", "apply.problem.choose"));
    }

    @Test
    void beyondAConfidentialAddressNothingIsKept() {
        Map<String, String> content = with("kept", "true", "no-home", "true", "mail-street", "PO Box 12", "mail-city", "Hudson", "mail-zip", "54016");
        assertThat(Typed.content(Spot.of(Question.HOME), content, null)).containsOnlyKeys("kept", "stays");
        assertThat(Typed.content(Spot.of(Question.HOME), with("mail-state", "WI"), null)).doesNotContainKey("mail-state");
    }
}
