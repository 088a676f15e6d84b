package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.HeldForms;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class HeldCasesTests {
    @Autowired HeldCases cases;
    @Autowired Household household;
    @Autowired Handiwork handiwork;
    @Autowired Region region;
    @Autowired Consumers consumers;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void anAssisterActsForAConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
    }

    private Optional<Map<String, List<String>>> shown() {
        return shown(
                new HeldForms.Form(
                        "/portal/consumers/" + maria.subject() + "/profile",
                        Map.of("phone", List.of("612-555-0177"), "street", List.of("1 Elm Street")), true));
    }

    private Optional<Map<String, List<String>>> shown(HeldForms.Form form) {
        return household.as(ana.actor(), () -> household.inTransaction(() -> cases.fields(form, ana.actor())));
    }

    @Test
    void aKeptFormIsShownOnlyWhileTheAuthorizationHolds() {
        assertThat(shown()).hasValueSatisfying(fields -> assertThat(fields).containsKeys("phone", "street"));
        household.end(maria);
        assertThat(shown()).isEmpty();
    }

    @Test
    void soIsAPageOfAnApplicationAndItsConsumerSeesItAnyway() {
        HeldForms.Form form =
                new HeldForms.Form("/coverage/" + handiwork.application(maria) + "/home", Map.of("street", List.of("1 Elm Street")), true);
        assertThat(shown(form)).isPresent();
        household.end(maria);
        assertThat(shown(form)).isEmpty();
        assertThat(household.inTransaction(() -> cases.fields(form, maria))).isPresent();
    }

    @Test
    void anAddressThatIsConfidentialByNowIsTakenOutOfIt() {
        Map<String, String> own =
                Map.of(
                        "first-name", "Maria", "last-name", "Lopez", "language", "en", "street", "1 Elm Street", "city",
                        "Duluth", "zip", "55802", "county", "St. Louis", "confidential", "true");
        assertThat(consumers.change(maria, own, 1)).isInstanceOf(Consumers.Changed.Done.class);
        assertThat(shown()).hasValueSatisfying(fields -> assertThat(fields).containsOnlyKeys("phone"));
        HeldForms.Form home =
                new HeldForms.Form(
                        "/coverage/" + handiwork.application(maria) + "/home",
                        Map.of("mail-street", List.of("PO Box 12"), "mail-city", List.of("Ely"), "mail-zip", List.of("55731"), "stays", List.of("YES")), true);
        assertThat(shown(home)).as("nor where mail comes").hasValueSatisfying(fields -> assertThat(fields).containsOnlyKeys("stays"));
    }
}
