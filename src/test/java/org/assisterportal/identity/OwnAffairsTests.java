package org.assisterportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.junit.jupiter.api.Test;

class OwnAffairsTests {
    private final AccountId officer = new AccountId(UUID.randomUUID());
    private final AgencyId lakes = new AgencyId(UUID.randomUUID());
    private final AgencyId prairie = new AgencyId(UUID.randomUUID());
    private final PersonId self = new PersonId(UUID.randomUUID());
    private final PersonId somebody = new PersonId(UUID.randomUUID());

    private HatGrant hat(Hat hat, UUID subject, AgencyId agency) {
        return new HatGrant(officer, hat, subject, agency.value(), "Agency", null);
    }

    @Test
    void anOfficersOwnPersonAndAccountAreTheirOwnAffairs() {
        OwnAffairs own = new OwnAffairs(officer, "olga@example.org", List.of(hat(Hat.ASSISTER, self.value(), lakes)));
        assertThat(own.include(self, prairie, null)).isTrue();
        assertThat(own.include(officer, List.of())).isTrue();
    }

    @Test
    void peopleOfAnAgencyAreItsContactsOwnAffairsAlsoBeforeTheHatIsActivated() {
        OwnAffairs own = new OwnAffairs(officer, "olga@example.org", List.of(hat(Hat.AGENCY_CONTACT, UUID.randomUUID(), lakes)));
        assertThat(own.include(somebody, lakes, "somebody@example.org")).isTrue();
        assertThat(own.include(new AccountId(UUID.randomUUID()), List.of(prairie.value(), lakes.value()))).isTrue();
    }

    @Test
    void otherAgenciesAndColleaguesOnARosterAreNot() {
        OwnAffairs own = new OwnAffairs(officer, "olga@example.org", List.of(hat(Hat.ASSISTER, self.value(), lakes)));
        assertThat(own.include(somebody, lakes, "somebody@example.org")).isFalse();
        assertThat(own.include(new AccountId(UUID.randomUUID()), List.of(lakes.value()))).isFalse();
    }

    @Test
    void whoHasTheOfficersAddressOnARosterIsTheOfficer() {
        OwnAffairs own = new OwnAffairs(officer, "olga@example.org", List.of());
        assertThat(own.include(somebody, lakes, "Olga@Example.org")).isTrue();
        assertThat(own.include(somebody, lakes, null)).isFalse();
    }
}
