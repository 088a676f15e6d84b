package org.assisterportal.consumer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Scope;
import org.assisterportal.embedded.Mailbox;
import org.assisterportal.notification.Postman;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What consumers get by mail, through the outbox and SMTP. */
@MarketplaceTest
class ConsumerMailTests {
    @Autowired Household household;
    @Autowired Handiwork handiwork;
    @Autowired Region region;
    @Autowired Consumers consumers;
    @Autowired Diary diary;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired Postman postman;
    @Autowired Mailbox mailbox;

    private Household.Assister ana;
    private Actor maria;

    @BeforeEach
    void oneAssisterOneConsumer() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
    }

    private void reads(String language) {
        Map<String, String> form = new HashMap<>(consumers.own(maria).form());
        form.put("language", language);
        consumers.change(maria, form, consumers.own(maria).version());
    }

    private List<Mailbox.Received> mails() {
        postman.deliverAll();
        return mailbox.newest(consumers.own(maria).email(), 10);
    }

    @Test
    void aSpanishReaderIsToldOfEverythingInSpanish() {
        reads("es");
        household.authorize(maria, ana, Scope.APPLY);
        household.stop(ana);
        household.bringBack(ana);
        household.end(maria);
        assertThat(mails())
                .extracting(Mailbox.Received::subject)
                .containsExactlyInAnyOrder(
                        "Usted autorizó a un asistente", "Su asistente no puede ayudarle en este momento",
                        "Su asistente puede ayudarle de nuevo", "Su autorización terminó");
        assertThat(mails())
                .allSatisfy(mail -> assertThat(mail.text()).startsWith("Hola, Maria Lopez:").doesNotContain("[English]", "??"));
    }

    private List<Mailbox.Received> ofChanges() {
        return mails().stream().filter(mail -> mail.subject().equals("Your information was changed")).toList();
    }

    @Test
    void aChangeByAnAssisterIsToldByMailWithALinkThatStopsThem() {
        household.authorize(maria, ana, Scope.APPLY);
        handiwork.look(ana, maria);
        assertThat(ofChanges()).as("a look").isEmpty();
        handiwork.change(ana, maria, "phone", "612-555-0177");
        handiwork.change(ana, maria, "phone", "612-555-0177");
        assertThat(ofChanges())
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail.text())
                                        .contains("changed your information", "/wrong/", "/account/diary", "there may be more changes")
                                        .doesNotContain("612-555-0177", "Torres", "phone"));
    }

    @Test
    void moreChangesWithinTheHourStandInTheDiaryAndTheNextMailComesAfterIt() {
        household.authorize(maria, ana, Scope.APPLY);
        handiwork.change(ana, maria, "phone", "612-555-0171");
        handiwork.change(ana, maria, "phone", "612-555-0172");
        told("59 minutes");
        handiwork.change(ana, maria, "phone", "612-555-0173");
        assertThat(ofChanges()).hasSize(1);
        told("60 minutes");
        handiwork.change(ana, maria, "phone", "612-555-0174");
        assertThat(ofChanges()).hasSize(2);
        assertThat(diary.own(maria, false, 1).rows()).filteredOn(line -> line.act().equals("consumer.profile-changed")).hasSize(4);
        Household.Assister ben = household.assister(ana.office());
        household.authorize(maria, ben, Scope.APPLY);
        handiwork.change(ben, maria, "phone", "612-555-0175");
        assertThat(ofChanges()).as("another assister").hasSize(3);
    }

    /** The last mail of changes was so long ago. */
    private void told(String ago) {
        household.inTransaction(
                () ->
                        jdbc.sql("UPDATE consumer.authority SET told_at = :now - :ago::interval WHERE consumer = :consumer")
                                .param("now", Sql.time(clock.instant()))
                                .param("ago", ago)
                                .param("consumer", maria.subject())
                                .update());
    }

    @Test
    void theEndsMailSaysWhyItEnded() {
        household.authorize(maria, ana, Scope.SEE);
        household.end(maria);
        assertThat(mails())
                .filteredOn(mail -> mail.subject().equals("Your authorization has ended"))
                .singleElement()
                .satisfies(
                        mail -> {
                            assertThat(mail.text()).contains("You ended it yourself").doesNotContain("Torres", "Done for you");
                            assertThat(mail.html()).contains("You ended it yourself");
                        });
    }
}
