package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assisterportal.identity.AccountKind.CONSUMER;
import static org.assisterportal.identity.AccountKind.WORK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.Authorizations;
import org.assisterportal.consumer.Authorizations.Found;
import org.assisterportal.consumer.MailedRequests.Asked;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.Recovery;
import org.assisterportal.identity.SignIn;
import org.assisterportal.identity.domain.AccountScene;
import org.assisterportal.identity.domain.CountedHashes;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever guesses at addresses and numbers gets the same answer by the same work: the same statements and as many hashes of
 * passwords, whether or not there is such an account. Where a mail makes the work differ, the answer waits for its time.
 */
class EvenWorkTests extends AccountScene {
    private static final Duration ANSWERED = Duration.ofMillis(150);
    /** So few statements are done long before the answer's time. */
    private static final int FEW = 4;

    @Autowired private SignIn signIn;
    @Autowired private Recovery recovery;
    @Autowired private ConsumerAccounts consumers;
    @Autowired private Authorizations authorizations;
    @Autowired private PortalAccess access;
    @Autowired private Household household;
    @Autowired private Region region;

    private String network;
    private String nobody;
    private String maria;

    @BeforeEach
    void oneWithAnAccountAndOneWithout() {
        network = Region.unique("somewhere.");
        nobody = Region.unique("nobody.") + "@families.example";
        maria = Region.unique("maria.") + "@families.example";
        region.consumer(maria);
    }

    /** What an answer takes. */
    private record Work(List<String> statements, int hashes) {}

    private static Work work(Runnable asked) {
        List<String> statements = new ArrayList<>();
        int hashes = CountedHashes.of(() -> statements.addAll(Statements.of(asked)));
        return new Work(List.copyOf(statements), hashes);
    }

    private String known(AccountKind kind) {
        return kind == CONSUMER ? maria : member(Hat.ARC_OFFICER).email().value();
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void aWrongPasswordTakesTheSameWorkWhetherOrNotThereIsAnAccount(AccountKind kind) {
        String known = known(kind);
        String elsewhere = known(kind == WORK ? CONSUMER : WORK);
        Consumer<String> tried =
                address ->
                        assertThat(signIn.password(kind, address, "wrong wrong wrong wrong", network, List.of()))
                                .isEqualTo(new SignIn.First.Wrong());
        Work there = work(() -> tried.accept(known));
        assertThat(there.hashes()).isEqualTo(1);
        assertThat(there.statements()).isNotEmpty();
        assertThat(work(() -> tried.accept(nobody))).isEqualTo(there);
        assertThat(work(() -> tried.accept(elsewhere))).as("an account of the other door").isEqualTo(there);
    }

    @Test
    void anAccountThatWasNeverSetUpIsTriedByTheSameWork() {
        EmailAddress invited = new EmailAddress(Region.unique("ines.") + "@example.org");
        invite(invited, Hat.ARC_OFFICER, null, null);
        Consumer<String> tried = address -> signIn.password(WORK, address, "wrong wrong wrong wrong", network, List.of());
        assertThat(work(() -> tried.accept(invited.value()))).isEqualTo(work(() -> tried.accept(nobody)));
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void aLostPasswordIsAskedForWithoutAHashAndAnsweredAtItsTime(AccountKind kind) {
        isAnsweredAtItsTime(known(kind), address -> recovery.ask(kind, address, network, List.of()));
    }

    @Test
    void anAccountIsAskedForWithoutAHashAndAnsweredAtItsTime() {
        isAnsweredAtItsTime(maria, address -> consumers.signUp(new EmailAddress(address), null, network, List.of()));
    }

    private void isAnsweredAtItsTime(String known, Consumer<String> asked) {
        List<Work> both = new ArrayList<>();
        for (String address : List.of(known, nobody)) {
            long start = System.nanoTime();
            both.add(work(() -> asked.accept(address)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(ANSWERED);
        }
        assertThat(both).extracting(Work::hashes).containsOnly(0);
        int difference = both.getFirst().statements().size() - both.getLast().statements().size();
        assertThat(Math.abs(difference)).as("%s", both).isLessThanOrEqualTo(FEW);
    }

    @Test
    void aNumberThatNobodyHasIsLookedUpByTheSameWorkAsOneOfSomebodyWhoMayNotHelp() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        Actor asking = household.consumer("Maria", "Lopez");
        Consumer<String> looked =
                number -> assertThat(authorizations.find(asking, number, network)).isInstanceOf(Found.Nobody.class);
        household.stop(ana);
        Work stopped = work(() -> looked.accept(ana.referenceNumber()));
        assertThat(stopped.statements()).isNotEmpty();
        String unused = unused();
        assertThat(work(() -> looked.accept(unused))).isEqualTo(stopped);
    }

    /** Seven digits whose check digit fits and that nobody has. */
    private String unused() {
        Random random = new Random();
        String number;
        do {
            number = String.format("%07d", random.nextInt(10_000_000));
        } while (!access.isReferenceNumber(number) || access.byReferenceNumber(number).isPresent());
        return number;
    }

    @Test
    void aReceiptsCodeIsCheckedByTheSameWorkWhetherOrNotThereIsOne() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        String code = household.authorize(household.consumer("Maria", "Lopez"), ana, Scope.SEE).receiptCode();
        Work there = work(() -> assertThat(authorizations.check(code, network)).isInstanceOf(Authorizations.Checked.Known.class));
        assertThat(work(() -> authorizations.check("BCDFGHJKMNPQ", network))).isEqualTo(there);
    }

    @Test
    void aRequestToAnAddressTakesTheSameWorkWhoeverHasIt() {
        Household.Assister ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        String helped = Region.unique("tom.") + "@families.example";
        household.givenByMail(household.assister(ana.office()).actor(), helped);
        Consumer<String> asked =
                address ->
                        assertThat(household.ask(ana.actor(), "Maria", "Lopez", address, "en", Scope.SEE))
                                .isInstanceOf(Asked.Done.class);
        Work there = work(() -> asked.accept(maria));
        assertThat(there.statements()).isNotEmpty();
        assertThat(work(() -> asked.accept(nobody))).as("nobody's").isEqualTo(there);
        assertThat(work(() -> asked.accept(helped))).as("somebody's who is helped without an account").isEqualTo(there);
    }
}
