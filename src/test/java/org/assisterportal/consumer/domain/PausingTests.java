package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Rosters;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.DiaryLine;
import org.assisterportal.consumer.Scope;
import org.assisterportal.notification.MailView;
import org.assisterportal.notification.Outbox;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Consumers are told once when their assister stops, and once when the assister is back. */
@MarketplaceTest
class PausingTests {
    @Autowired Household household;
    @Autowired Region region;
    @Autowired Rosters rosters;
    @Autowired Outbox outbox;
    @Autowired Diary diary;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
    }

    private List<String> told() {
        return outbox.about(maria.accountId().value()).stream().map(MailView::kind).filter(kind -> kind.startsWith("assister-")).toList();
    }

    @Test
    void aSuspensionIsToldOnceAndSoIsTheReturn() {
        household.stop(ana);
        rosters.stop(ana.person(), Rosters.Stop.EMPLOYMENT, ana.office().contact());
        assertThat(told()).containsExactly("assister-paused");
        household.bringBack(ana);
        assertThat(told()).containsExactlyInAnyOrder("assister-paused", "assister-back");
        assertThat(diary.own(maria, false, 1).rows())
                .extracting(DiaryLine::act)
                .contains("authorization.paused", "authorization.revived");
    }

    @Test
    void whoLeftAndWorksForAnotherAgencyIsToldOfOnce() {
        Household.Assister moved = household.move(ana, region.agency(AgencyKind.NAVIGATOR));
        assertThat(told()).containsExactlyInAnyOrder("assister-paused", "assister-moved");
        household.stop(moved);
        household.bringBack(moved);
        assertThat(told()).as("not at every judgment").containsExactlyInAnyOrder("assister-paused", "assister-moved");
        assertThat(diary.own(maria, false, 1).rows())
                .extracting(DiaryLine::act)
                .contains("authorization.moved")
                .doesNotContain("authorization.revived");
    }

    @Test
    void nobodyElsesConsumerIsTold() {
        Household.Assister ben = household.assister(ana.office());
        household.stop(ben);
        assertThat(told()).isEmpty();
    }

    @Test
    void anAssistersOwnCorrectionTellsNobodyAndWorksInTheAssistersRole() {
        var corrected =
                household.as(
                        ana.actor(),
                        () -> rosters.correctPublicInformation(ana.person(), household.publicInformation(ana), ana.actor()));
        assertThat(corrected).isInstanceOf(Rosters.Kept.Done.class);
        assertThat(told()).isEmpty();
    }
}
