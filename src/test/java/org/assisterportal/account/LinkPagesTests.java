package org.assisterportal.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.identity.LinkedAccounts;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A person's own account and the one with which they work: linked from inside both, and never mixed. */
class LinkPagesTests extends PageScene {
    private static final String WORK = "/account/security/work";

    @Autowired private LinkedAccounts links;

    private final String email = Region.unique("maria.") + "@example.org";
    private MockHttpSession own = new MockHttpSession();
    private MockHttpSession work = new MockHttpSession();
    private Actor maria;
    private Member officer;
    private int used;

    @BeforeEach
    void signIn() {
        maria = region.consumer(email);
        officer = member(Hat.ARC_OFFICER);
        own = after(post(own, "/account/sign-in", "email", email, "password", PASSWORD));
        work = after(post(work, "/sign-in", "email", officer.email().value(), "password", PASSWORD));
        work = after(post(work, "/sign-in/code", "code", workCode()));
    }

    /** The session with which a browser goes on. */
    private static MockHttpSession after(MvcTestResult result) {
        return (MockHttpSession) requireNonNull(result.getRequest().getSession(false));
    }

    /** One of the officer's recovery codes that wasn't used yet. */
    private String workCode() {
        return officer.recoveryCodes().get(used++);
    }

    private MvcTestResult linkFromWork(String code, String password) {
        return post(work, "/me/own", "code", code, "email", email, "password", password);
    }

    private MvcTestResult linkFromOwn(String present, String password, String code) {
        return post(
                own, WORK, "present", present, "email", officer.email().value(), "password", password, "otherCode", code);
    }

    private boolean linked() {
        return links.of(maria.accountId()).isPresent() && links.of(officer.account()).isPresent();
    }

    @Test
    void fromWorkTheOwnAccountIsProvedByItsPasswordAndBothAddressesAreTold() {
        assertThat(get(work, "/me")).bodyText().contains("Your own coverage", "href=\"/me/own\"");
        assertThat(get(work, "/me/own")).bodyText().contains("Link both accounts", "your agency and the Assister Resource Center do not see").doesNotContain("??");
        assertThat(linkFromWork(workCode(), "wrong wrong wrong")).bodyText().contains("do not match an account of this kind", "value=\"" + email + "\"");
        assertThat(linkFromWork("000000", PASSWORD)).bodyText().contains("This code did not work");
        assertThat(linkFromWork("", PASSWORD)).bodyText().contains("This code did not work");
        assertThat(linked()).isFalse();
        assertThat(linkFromWork(workCode(), PASSWORD)).hasRedirectedUrl("/me");
        assertThat(linked()).isTrue();
        assertThat(get(work, "/me")).bodyText().contains("Linked with ma…@example.org").doesNotContain(email, "??");
        assertThat(get(own, "/account/security")).bodyText().contains("Linked with ma…@example.org").doesNotContain(officer.email().value(), "??");
        assertThat(mailed(email, "(were linked just now)")).isNotEmpty();
        assertThat(mailed(officer.email().value(), "(were linked just now)")).isNotEmpty();
    }

    @Test
    void fromTheOwnAccountTheWorkAccountIsProvedByBothItsFactors() {
        assertThat(get(own, WORK)).bodyText().contains("name=\"present\"", "name=\"otherCode\"").doesNotContain("name=\"code\"", "??");
        assertThat(linkFromOwn(PASSWORD, "wrong wrong wrong", workCode())).bodyText().contains("do not match an account of this kind");
        assertThat(linkFromOwn("wrong", PASSWORD, workCode())).bodyText().contains("This is not your present password");
        assertThat(linkFromOwn(PASSWORD, PASSWORD, "000000")).bodyText().contains("This code did not work", "href=\"#otherCode\"");
        assertThat(linkFromOwn(PASSWORD, PASSWORD, "")).bodyText().contains("This code did not work");
        assertThat(linked()).isFalse();
        assertThat(linkFromOwn(PASSWORD, PASSWORD, workCode())).hasRedirectedUrl("/account/security");
        assertThat(linked()).isTrue();
        assertThat(get(own, "/account/security")).bodyText().contains("The accounts are linked", "Work as ARC officer for Lake Agency");
    }

    @Test
    void goingToWorkAsksForTheCodeOfTheWorkAccountAndOpensItsPagesOnly() {
        linkFromOwn(PASSWORD, PASSWORD, workCode());
        String hat = "ARC_OFFICER." + officer.account();
        assertThat(post(own, WORK + "/enter", "hat", hat)).bodyText().contains("Enter your code", "Go to my work").doesNotContain("??");
        assertThat(post(own, WORK + "/enter", "hat", hat, "code", "000000")).bodyText().contains("This code did not work");
        assertThat(get(own, "/arc/queue")).hasStatus(403);
        assertThat(post(own, WORK + "/enter", "hat", "ADMINISTRATOR." + officer.account(), "code", workCode()))
                .hasRedirectedUrl("/account/security");
        MvcTestResult entered = post(own, WORK + "/enter", "hat", hat, "code", workCode());
        assertThat(entered).hasRedirectedUrl("/arc");
        assertThat(entered.getResponse().getCookie("known"))
                .as("the browser knows the work account from now on, as after signing in there")
                .isNotNull();
        own = after(entered);
        assertThat(get(own, "/arc/queue")).hasStatusOk().bodyText().contains("Mara Member").doesNotContain("Maria Lopez");
        assertThat(get(own, "/account")).hasStatus(403);
    }

    @Test
    void goingToTheOwnAccountAsksForItsCodeOrWithoutAnAppForTheOneAtWork() {
        linkFromWork(workCode(), PASSWORD);
        assertThat(post(work, "/me/own/enter")).bodyText().contains("a code of the app with which you signed in here").doesNotContain("??");
        assertThat(post(work, "/me/own/enter", "code", "000000")).bodyText().contains("This code did not work");
        assertThat(get(work, "/account")).hasStatus(403);
        connect();
        assertThat(post(work, "/me/own/enter")).bodyText().contains("a code of the app of that account");
        assertThat(post(work, "/me/own/enter", "code", workCode())).bodyText().contains("This code did not work");
        MvcTestResult entered = post(work, "/me/own/enter", "code", appCode(maria.accountId(), 30));
        assertThat(entered).hasRedirectedUrl("/account");
        work = after(entered);
        assertThat(get(work, "/account")).hasStatusOk().bodyText().contains("Maria Lopez").doesNotContain("Mara Member");
        assertThat(get(work, "/arc/queue")).hasStatus(403);
        assertThat(get(work, "/me")).hasStatus(403);
    }

    private void connect() {
        post(own, "/account/security/authenticator", "present", PASSWORD);
        byte[] prepared = (byte[]) requireNonNull(own.getAttribute("account.factor.prepared"));
        post(own, "/account/security/authenticator/new", "code", preparedCode(prepared));
    }

    @Test
    void withoutAnAppOfItsOwnTheOwnAccountOpensWithTheWorkCode() {
        linkFromWork(workCode(), PASSWORD);
        MvcTestResult entered = post(work, "/me/own/enter", "code", workCode());
        assertThat(entered).hasRedirectedUrl("/account");
        assertThat(get(after(entered), "/account/security")).bodyText().contains(email);
    }

    @Test
    void anAssisterLinksUnderTheDatabasesRoleOfTheHatToo() {
        Member ana = member(Hat.ASSISTER, UUID.randomUUID(), null);
        List<String> codes = ana.recoveryCodes();
        assertThat(post(ana.actor(), "/me/own", "code", codes.get(0), "email", email, "password", PASSWORD)).hasRedirectedUrl("/me");
        assertThat(get(ana.actor(), "/me")).bodyText().contains("Linked with ma…@example.org");
        MvcTestResult entered = post(ana.actor(), "/me/own/enter", "code", codes.get(1));
        assertThat(entered).hasRedirectedUrl("/account");
        assertThat(get(after(entered), "/account")).hasStatusOk().bodyText().contains("Maria Lopez");
        assertThat(post(ana.actor(), "/me/own/end")).hasRedirectedUrl("/me");
        assertThat(links.of(maria.accountId())).isEmpty();
    }

    @Test
    void noLineOfTheRecordNamesBothAccounts() {
        linkFromWork(workCode(), PASSWORD);
        post(work, "/me/own/enter", "code", workCode());
        post(own, WORK + "/end");
        assertThat(acts(maria.accountId())).contains("account.linked", "account.entered", "account.unlinked");
        assertThat(acts(officer.account())).contains("account.linked", "account.left", "account.unlinked");
        String both = "SELECT count(*) FROM audit.line l WHERE l::text LIKE '%' || :one || '%' AND l::text LIKE '%' || :other || '%'";
        assertThat(
                        jdbc.sql(both)
                                .param("one", maria.accountId().toString())
                                .param("other", officer.account().toString())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private List<String> acts(AccountId account) {
        return jdbc.sql("SELECT act FROM audit.line WHERE subject = :id").param("id", account.value()).query(String.class).list();
    }

    @Test
    void eitherSideEndsTheLinkAndThenNobodyGoesOver() {
        linkFromWork(workCode(), PASSWORD);
        assertThat(linkFromWork(workCode(), PASSWORD)).bodyText().contains("linked with another one already");
        assertThat(post(own, WORK + "/end")).hasRedirectedUrl("/account/security");
        assertThat(linked()).isFalse();
        assertThat(mailed(email, "(are no longer linked)")).isNotEmpty();
        assertThat(mailed(officer.email().value(), "(are no longer linked)")).isNotEmpty();
        assertThat(post(work, "/me/own/enter", "code", workCode())).hasRedirectedUrl("/me");
        assertThat(get(work, "/account")).hasStatus(403);
        linkFromOwn(PASSWORD, PASSWORD, workCode());
        assertThat(linked()).isTrue();
        assertThat(post(work, "/me/own/end")).hasRedirectedUrl("/me");
        assertThat(linked()).isFalse();
    }

    @Test
    void aClosedAccountIsLinkedWithNothing() {
        linkFromWork(workCode(), PASSWORD);
        post(own, "/account/security/close", "present", PASSWORD);
        assertThat(links.of(officer.account())).isEmpty();
        assertThat(mailed(officer.email().value(), "(are no longer linked)")).isNotEmpty();
        assertThat(linkFromWork(workCode(), PASSWORD)).bodyText().contains("do not match an account of this kind");
    }

    @Test
    void newerTermsAreAgreedToBySigningInAndNotPassedBy() {
        linkFromWork(workCode(), PASSWORD);
        acceptedOlderTerms(new Member(maria.accountId(), officer.email(), maria, List.of()));
        assertThat(post(work, "/me/own/enter", "code", workCode())).bodyText().contains("There are new terms to agree to in the other account");
        assertThat(get(work, "/account")).hasStatus(403);
    }
}
