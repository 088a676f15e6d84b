package org.assisterportal.identity.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.identity.AccountKind;
import org.assisterportal.identity.SignIn;
import org.assisterportal.notification.Mail;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The second wall around accounts and mails: queries whose author forgot the guard, in the assister's hat. */
class OwnAccountOnlyTests extends PageScene {
    /** A query for whose rows they are, over every table of accounts that the role may read. */
    private static final String ALL =
            """
            SELECT 'account' AS of, id::text AS whose FROM identity.account
            UNION SELECT 'hat', account::text FROM identity.hat
            UNION SELECT 'activation', h.account::text FROM identity.activation a LEFT JOIN identity.hat h ON h.id = a.hat
            UNION SELECT 'recovery_code', account::text FROM identity.recovery_code
            UNION SELECT 'password_reset', account::text FROM identity.password_reset
            UNION SELECT 'address_change', account::text FROM identity.address_change
            UNION SELECT 'code_miss', account::text FROM identity.code_miss
            UNION SELECT 'session', principal_name FROM identity.session WHERE principal_name IS NOT NULL
            """;

    @Autowired private Household household;
    @Autowired private SignIn signIn;

    private Member ana;
    private Member ben;

    @BeforeEach
    void twoAssistersWithAllThatHangsOnAnAccount() {
        ana = withEverything();
        ben = withEverything();
    }

    private Member withEverything() {
        Member one = member(Hat.ASSISTER, UUID.randomUUID(), null);
        transaction.executeWithoutResult(
                status -> {
                    for (String row :
                            List.of(
                                    "password_reset (id, account, created_at, expires_at) VALUES (gen_random_uuid(), :id, now(), now())",
                                    "address_change (id, account, email, code_hash, asked_at, expires_at)"
                                            + " VALUES (gen_random_uuid(), :id, 'new@example.org', '', now(), now())",
                                    "code_miss (account, misses, next_try_at) VALUES (:id, 1, now())",
                                    "session VALUES (gen_random_uuid(), gen_random_uuid(), 0, 0, 0, 0, :id::text)")) {
                        jdbc.sql("INSERT INTO identity." + row).param("id", one.account().value()).update();
                    }
                });
        return one;
    }

    private List<Map<String, Object>> all() {
        return household.inTransaction(() -> jdbc.sql(ALL).query().listOfRows());
    }

    private List<String> all(String query) {
        return household.inTransaction(() -> jdbc.sql(query).query(String.class).list());
    }

    @Test
    void aForgottenGuardFindsTheAssistersOwnAccountOnly() {
        assertThat(all()).filteredOn(row -> ben.account().toString().equals(row.get("whose"))).hasSize(8);
        assertThat(household.as(ana.actor(), () -> all()))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.get("whose")).isEqualTo(ana.account().toString()));
    }

    @Test
    void theRoleWithoutAnAccountFindsNothing() {
        assertThat(
                        household.inTransaction(
                                () -> {
                                    jdbc.sql("SELECT set_config('role', 'app_assister', true)").query(String.class).single();
                                    return jdbc.sql(ALL).query().listOfRows();
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.account SET password_hash = 'x' RETURNING id::text",
                "UPDATE identity.password_reset SET used_at = now() RETURNING account::text",
                "DELETE FROM identity.recovery_code RETURNING account::text",
                "DELETE FROM identity.session RETURNING principal_name"
            })
    void aForgottenGuardChangesNobodyElsesAccount(String act) {
        assertThat(household.as(ana.actor(), () -> all(act))).isNotEmpty().containsOnly(ana.account().toString());
    }

    @Test
    void nothingIsPutIntoAnotherAccount() {
        String code = "INSERT INTO identity.recovery_code (account, code_hash) VALUES ('%s', 'x') RETURNING account::text";
        assertThat(household.as(ana.actor(), () -> all(code.formatted(ana.account())))).hasSize(1);
        assertThatThrownBy(() -> household.as(ana.actor(), () -> all(code.formatted(ben.account()))))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT recipient FROM notification.outbox", "SELECT id::text FROM notification.outbox",
                "UPDATE notification.outbox SET state = 'WITHDRAWN'", "DELETE FROM notification.outbox",
                "SELECT attribute_name FROM identity.session_attributes", "SELECT email FROM identity.sign_up",
                "SELECT consumer::text FROM identity.account_link", "SELECT note FROM identity.factor_reset",
                "SELECT key FROM identity.throttle"
            })
    void whatNoAssisterEverReadsIsClosed(String query) {
        assertThatThrownBy(() -> household.as(ana.actor(), () -> all(query)))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void mailsAreQueuedAndTakenBackUnseenAndTheSameIdTwiceIsOneMail() {
        UUID link = UUID.randomUUID();
        Mail mail =
                new Mail(
                        UUID.randomUUID(), "activation", Mail.Sender.SYSTEM, ben.email(), Map.of("name", "Ben"),
                        new Mail.Link("activation", "/activate", link, clock.instant()), ben.account().value());
        String state = "SELECT state FROM notification.outbox WHERE link_id = '" + link + "'";
        household.as(ana.actor(), () -> household.inTransaction(() -> queued(mail)));
        assertThat(all(state)).containsExactly("WAITING");
        household.as(ana.actor(), () -> household.inTransaction(() -> withdrawn(link)));
        assertThat(all(state)).containsExactly("WITHDRAWN");
    }

    private boolean queued(Mail mail) {
        outbox.queueAll(List.of(mail, mail));
        return true;
    }

    private boolean withdrawn(UUID link) {
        outbox.withdraw(link);
        return true;
    }

    @Test
    void whetherAnAddressIsTakenIsAllThatIsToldOfIt() {
        EmailAddress nobodys = new EmailAddress(Region.unique("nobody.") + "@example.org");
        assertThat(household.as(ana.actor(), () -> accounts.isAtWork(ben.email()))).isTrue();
        assertThat(household.as(ana.actor(), () -> accounts.isAtWork(nobodys))).isFalse();
        assertThat(household.as(ana.actor(), () -> accounts.byEmail(ben.email()))).isEmpty();
    }

    @Test
    void anAssisterChangesAllOfTheOwnAccountInTheHat() {
        Actor me = ana.actor();
        List<String> codes = ana.recoveryCodes();
        String password = "nine slow herons cross the frozen weir";
        assertThat(post(me, "/me/password", "present", PASSWORD, "password", password, "code", codes.get(0)))
                .hasRedirectedUrl("/sign-in?password-changed");
        MvcTestResult proved = post(me, "/me/authenticator", "present", password, "code", codes.get(1));
        assertThat(proved).hasRedirectedUrl("/me/authenticator/new");
        byte[] prepared =
                (byte[]) requireNonNull(requireNonNull(proved.getRequest().getSession()).getAttribute("own-factor.prepared"));
        assertThat(
                        pages.post().uri("/me/authenticator/new").param("code", codeOf(prepared, 0)).with(this::token)
                                .session((MockHttpSession) requireNonNull(proved.getRequest().getSession())))
                .hasStatusOk();
        assertThat(post(me, "/me/recovery-codes", "code", codeOf(ana.account(), 30))).hasStatusOk();
        assertThat(post(me, "/me/sessions/end-others")).hasStatus3xxRedirection();
        assertThat(mailsTo(ana)).contains("password-changed", "factor-changed", "recovery-codes-renewed");
        assertThat(all("SELECT principal_name FROM identity.session")).doesNotContain(ana.account().toString());
    }

    @Test
    void anAssistersNewAddressTakesInvitationsAlongAndIsNobodyElses() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        String rosters = Region.unique("roster.") + "@example.org";
        Member carla = member(Hat.ASSISTER, region.person(lakes, rosters).value(), lakes.id().value());
        invite(carla.email(), Hat.AGENCY_CONTACT, UUID.randomUUID(), lakes.id().value());
        assertThat(post(carla.actor(), "/me/email")).hasRedirectedUrl("/me/email");
        assertThat(post(carla.actor(), "/me/email/code", "code", mailed(rosters, "your code is (\\d+)"))).hasRedirectedUrl("/me");
        assertThat(accounts.byEmail(new EmailAddress(rosters))).contains(carla.account());
        assertThat(mailed(rosters, "/activate/([A-Za-z0-9_-]+)")).isNotEmpty();

        String taken = Region.unique("roster.") + "@example.org";
        Member dora = member(Hat.ASSISTER, region.person(lakes, taken).value(), lakes.id().value());
        jdbc.sql("UPDATE identity.account SET email = :email, email_key = :email WHERE id = :id")
                .param("email", taken)
                .param("id", ben.account().value())
                .update();
        assertThat(post(dora.actor(), "/me/email")).hasRedirectedUrl("/me").flash().containsEntry("refused", "identity.address.taken");
    }

    @Test
    void onPagesForAnybodyNoHatIsWorn() {
        MockHttpSession browser = (MockHttpSession) get(ana.actor(), "/me").getRequest().getSession();
        var request = pages.post().uri("/sign-in").session(requireNonNull(browser)).with(this::token);
        assertThat(request.param("email", ben.email().value()).param("password", PASSWORD).exchange())
                .hasRedirectedUrl("/sign-in/code");
        // Behind the sign-in the same proof is beyond the hat.
        assertThatThrownBy(
                        () ->
                                household.as(
                                        ana.actor(),
                                        () ->
                                                signIn.password(
                                                        AccountKind.WORK, ben.email().value(), PASSWORD, "192.0.2.9", List.of())))
                .isInstanceOf(DataAccessException.class);
    }
}
