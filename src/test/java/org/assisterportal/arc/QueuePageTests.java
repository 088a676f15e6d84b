package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Statements;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue as an officer meets it all day. */
@MarketplaceTest
class QueuePageTests {
    /** The session's statement makes the eighth. */
    private static final int MOST = 7;

    @Autowired private Caller caller;
    @Autowired private Town town;

    @Test
    void thePageAsksTheDatabaseAFewTimesWhateverItShows() {
        Town.People people = town.people();
        caller.get(people.officer(), "/arc/queue");
        for (String tab : List.of("READY", "ACTIVE", "HELD")) {
            assertThat(Statements.of(() -> assertThat(caller.get(people.officer(), "/arc/queue?tab=" + tab).status()).isEqualTo(200)))
                    .as(tab)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(MOST);
        }
    }
}
