package org.assisterportal.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.Accounts;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Town;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer's tasks, and what is read of a dispute. */
@MarketplaceTest
class TaskPageTests {
    @Autowired private Caller caller;
    @Autowired private Town town;
    @Autowired private Region region;
    @Autowired private Household household;
    @Autowired private Authorizations authorizations;
    @Autowired private Diary diary;
    @Autowired private Agencies agencies;
    @Autowired private Accounts accounts;
    @Autowired private Tasks tasks;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private Town.People people;
    private Household.Assister ana;
    private AuthorizationView given;
    private Actor maria;

    @BeforeEach
    void somethingIsWrong() {
        people = town.people();
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        given = household.authorize(maria, ana, Scope.APPLY);
        authorizations.dispute(maria, null, "I never asked for <this>.");
    }

    private String page(String path) {
        Caller.Answer answer = caller.get(people.officer(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private String path() {
        return "/arc/tasks/" + household.task("disputed", given.id()).id();
    }

    private TaskView task(String path) {
        return tasks.find(UUID.fromString(path.substring("/arc/tasks/".length())), Region.officer()).orElseThrow();
    }

    /** The task's row in the list of open ones, on whichever page it stands. */
    private String listed(String path) {
        for (int number = 1; ; number++) {
            String page = page("/arc/tasks?page=" + number);
            assertThat(page).as("page %s", number).contains("href=\"/arc/tasks/");
            for (String row : page.split("<tr>")) {
                if (row.contains("href=\"" + path + "\"")) {
                    return row;
                }
            }
        }
    }

    private long lines(String act, UUID account) {
        return jdbc.sql("SELECT count(*) FROM audit.line WHERE act = :act AND account = :account")
                .param("act", act).param("account", account).query(Long.class).single();
    }

    private UUID officer() {
        return Objects.requireNonNull(Objects.requireNonNull(people.officer().actor()).account());
    }

    @Test
    void aDisputeIsReadWithTheConsumersWordsAndWhomToCall() {
        assertThat(listed(path())).contains("A consumer says that something is wrong", String.valueOf(given.number()), "Nobody yet");
        assertThat(page(path()))
                .contains("I never asked for &lt;this&gt;.", "Maria Lopez", "The authorization itself", "was stopped at once")
                .contains(String.valueOf(given.number()), given.agencyName(), "href=\"/arc/people/" + ana.person() + "\"")
                .contains("the consumer said that something is wrong", "Take this task")
                .doesNotContain("Close the task");
        assertThat(lines("dispute.shown", officer())).isEqualTo(1);
    }

    @Test
    void aTaskIsTakenHandedBackAndClosedWithWhatWasFound() {
        String path = path();
        assertThat(caller.post(people.officer(), path + "/take", "").location()).isEqualTo(path);
        assertThat(page(path)).contains("Close the task", "Hand it back").doesNotContain("Take this task");
        assertThat(caller.post(people.officer(), path + "/hand-back", "").location()).isEqualTo(path);
        assertThat(page(path)).contains("Take this task");
        caller.post(people.officer(), path + "/take", "");
        assertThat(caller.post(people.officer(), path + "/close", "result=+").body())
                .contains("There is a problem", "href=\"#result\"", "Write down what you found");
        String typed = "x".repeat(1001);
        assertThat(caller.post(people.officer(), path + "/close", "result=" + typed).body()).contains(typed, "1,000 characters");
        assertThat(caller.post(people.officer(), path + "/close", "result=Called+both.").location()).isEqualTo("/arc/tasks");
        assertThat(page(path)).contains("Called both.", "Olga Officer").doesNotContain("Close the task");
        assertThat(page("/arc/tasks?done=true")).contains(String.valueOf(given.number()));
        assertThat(caller.post(people.officer(), path + "/close", "result=Again").location()).isEqualTo(path);
        assertThat(diary.own(maria, false, 1).rows())
                .as("the consumer reads of it, once")
                .filteredOn(line -> line.act().equals("authorization.looked-into"))
                .singleElement()
                .satisfies(line -> assertThat(line.facts()).containsExactly(String.valueOf(given.number())));
        assertThat(task(path).result()).isEqualTo("Called both.");
    }

    @Test
    void aColleaguesTaskCanBeTakenOverAndIsNotHandedBackForThem() {
        String path = path();
        UUID colleague = UUID.randomUUID();
        Actor oscar = new Actor(colleague, Hat.ARC_OFFICER, colleague, null, "Oscar Officer");
        tasks.take(task(path).id(), oscar);
        assertThat(page(path)).contains("Take it from Oscar Officer");
        assertThat(listed(path)).contains("Oscar Officer").doesNotContain("Nobody yet");
        caller.post(people.officer(), path + "/hand-back", "");
        assertThat(task(path).owner()).isEqualTo(oscar.account());
        caller.post(people.officer(), path + "/take", "");
        assertThat(task(path).owner()).isEqualTo(officer());
    }

    @Test
    void anOfficerLeavesWhatConcernsTheirOwnAgencyToAColleague() {
        String email = accounts.view(Objects.requireNonNull(people.officer().actor()).accountId()).email();
        agencies.inviteContact(
                ana.office().id(), "Olga Officer", new EmailAddress(email), java.util.Set.of(ContactRole.PAYMENT_COORDINATOR),
                Region.officer());
        assertThat(page(path())).contains("This concerns you or your agency").doesNotContain("I never asked", "Maria", "Take this task");
        caller.post(people.officer(), path() + "/take", "");
        caller.post(people.officer(), path() + "/close", "result=Nothing");
        assertThat(task(path()).owner()).isNull();
        assertThat(task(path()).doneAt()).isNull();
    }

    @Test
    void overdueOnesSaySoAndTheListIsPaged() {
        LocalDate yesterday = Minnesota.today(clock).minusYears(20);
        transaction.executeWithoutResult(
                status -> {
                    for (int i = 0; i < 26; i++) {
                        tasks.open("disputed", UUID.randomUUID(), Map.of("authorization", "7"), yesterday, Actor.SYSTEM);
                    }
                });
        assertThat(page("/arc/tasks")).contains("overdue", "Next page", "/arc/tasks?done=false&amp;page=2");
        assertThat(page("/arc/tasks?page=2")).contains("Previous page");
        List<Integer> refused =
                List.of(
                        caller.get(people.officer(), "/arc/tasks/" + UUID.randomUUID()).status(),
                        caller.post(people.officer(), "/arc/tasks/" + UUID.randomUUID() + "/close", "result=x").status());
        assertThat(refused).containsOnly(404);
    }
}
