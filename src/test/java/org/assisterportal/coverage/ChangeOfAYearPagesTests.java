package org.assisterportal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assisterportal.TestTime.MovableClock;
import org.assisterportal.application.Signings;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Who reports a change reads for which plan year it is, and from when it counts. */
class ChangeOfAYearPagesTests extends CoverageScene {
    @Autowired private Signings signings;
    @Autowired private MovableClock clock;

    private Duration travelled = Duration.ZERO;

    @Override
    @BeforeEach
    protected void bothAtWork() {
        travelled = clock.travelTo(LocalDate.of(Minnesota.today(clock).getYear(), 11, 30));
        super.bothAtWork();
        fillIn(maria);
        send(maria, at("sign"), "name", "Maria Lopez", "agreed", "true", "hash", signings.words(Locale.US).sha256(), "read", read());
    }

    @AfterEach
    void backToTheDay() {
        clock.travel(travelled.negated());
    }

    @Test
    void everyWayThereNamesThePlanYear() {
        String named = "aria-label=\"Report a change: coverage in " + thisYear() + "\"";
        Actor owner = region.consumer();
        handiwork.signed(owner);
        assertThat(body(look(owner, new MockHttpSession(), "/account"))).contains(named);
        for (String page : List.of(at("result"), "/coverage/" + id)) {
            assertThat(body(look(maria, page))).as(page).contains(named);
        }
        assertThat(body(look(ana.actor(), "/portal/consumers/" + maria.subject()))).contains(named);
    }

    @Test
    void thePageSaysForWhichYearAndFromWhen() {
        assertThat(body(look(maria, at("change"))))
                .contains("<h1>Report a change: coverage in " + thisYear() + "</h1>", "What plans cost you changes from Dec 1, " + thisYear())
                .doesNotContain("too late", "??");
        travelled = travelled.plus(clock.travelTo(Minnesota.today(clock).plusDays(1)));
        assertThat(body(look(maria, at("change"))))
                .contains("It is too late to change what plans cost you in " + thisYear())
                .doesNotContain("changes from");
    }
}
