package org.assisterportal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.Region;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.domain.AccountScene;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

class AccountPagesTests extends AccountScene {
    @Autowired private WebApplicationContext context;
    @Autowired private Region region;
    @Autowired private Agencies agencies;

    private MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = MockMvcTester.from(context, builder -> builder.apply(springSecurity()).build());
    }

    private SignedIn in(Actor actor, Instant since) {
        Hat hat = actor.hat();
        return new SignedIn(actor, "Lake Agency", hat == null ? SessionStart.LEARNER : hat.authority(), since);
    }

    private SignedIn in(Member member) {
        return in(member.actor(), clock.instant());
    }

    // The framework's own csrf() would exchange the token's store in the context that all tests share.
    private static MockHttpServletRequest token(MockHttpServletRequest request) {
        byte[] token = "a-token".getBytes(StandardCharsets.UTF_8);
        byte[] masked = Arrays.copyOf(new byte[token.length], 2 * token.length);
        System.arraycopy(token, 0, masked, token.length, token.length);
        request.setCookies(new Cookie("csrf", "a-token"));
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return request;
    }

    @Test
    void theFirstPageIsTheHatsHome() {
        for (Hat hat : Set.of(Hat.ASSISTER, Hat.ARC_OFFICER, Hat.ADMINISTRATOR, Hat.AGENCY_CONTACT)) {
            Actor actor = new Actor(UUID.randomUUID(), hat, UUID.randomUUID(), null, "Mara");
            assertThat(pages.get().uri("/").with(authentication(in(actor, clock.instant())))).hasRedirectedUrl(hat.home());
        }
        Actor learner = new Actor(null, null, UUID.randomUUID(), null, "Mara");
        assertThat(pages.get().uri("/").with(authentication(in(learner, clock.instant())))).hasRedirectedUrl("/learn");
        assertThat(pages.get().uri("/me").with(authentication(in(learner, clock.instant())))).hasStatus(403);
    }

    @Test
    void whoeverIsNotSignedInChoosesWhatTheyCameFor() {
        assertThat(pages.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Health coverage for you and your family", "href=\"/account/new\"", "href=\"/account/sign-in\"", "href=\"/plans\"",
                        "href=\"/directory\"", "href=\"/sign-in\"", "Español");
        assertThat(pages.get().uri("/").header("Accept-Language", "es")).bodyText().contains("Cobertura de salud para usted y su familia", "lang=\"es\"");
    }

    @Test
    void theAccountPageSaysWhoOneIsAndOffersTheOtherHatsThatHaveNotEnded() {
        Member mara = member(Hat.ARC_OFFICER);
        UUID contact = UUID.randomUUID();
        invite(mara.email(), Hat.AGENCY_CONTACT, contact, null);
        assertThat(pages.get().uri("/me").with(authentication(in(mara))))
                .hasStatusOk()
                .bodyText()
                .contains("Mara Member", mara.email().value(), "ARC officer", "10 left", "/me/sessions")
                .doesNotContain("Work in another role", "Agency contact");
        activations.accept(token(Hat.AGENCY_CONTACT, contact), mara.account());
        assertThat(pages.get().uri("/me").with(authentication(in(mara)))).bodyText().contains("Agency contact · Lake Agency");
        transaction.executeWithoutResult(status -> accounts.endHat(Hat.AGENCY_CONTACT, contact, Actor.SYSTEM));
        assertThat(pages.get().uri("/me").with(authentication(in(mara)))).bodyText().doesNotContain("Agency contact");
        assertThat(change(mara, "AGENCY_CONTACT." + contact, "", clock.instant()))
                .hasStatusOk()
                .bodyText()
                .contains("You can no longer work in this role");
    }

    private MvcTestResult change(
            Member member, String hat, String code, Instant since) {
        return pages.post()
                .uri("/me/hat")
                .param("hat", hat)
                .param("code", code)
                .with(AccountPagesTests::token)
                .with(authentication(in(member.actor(), since)))
                .exchange();
    }

    @Test
    void changingHatsAsksForTheSecondFactorWhenItIsOlderThanHalfAnHour() {
        Member mara = member(Hat.ARC_OFFICER);
        UUID contact = UUID.randomUUID();
        invite(mara.email(), Hat.AGENCY_CONTACT, contact, null);
        activations.accept(token(Hat.AGENCY_CONTACT, contact), mara.account());
        String hat = "AGENCY_CONTACT." + contact;

        assertThat(change(mara, hat, "", clock.instant().minus(Duration.ofMinutes(29)))).hasRedirectedUrl("/amp");
        assertThat(jdbc.sql("SELECT facts->>'hat' FROM audit.line WHERE act = 'hat.changed' AND account = :id")
                        .param("id", mara.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("AGENCY_CONTACT");
        Instant longAgo = clock.instant().minus(Duration.ofMinutes(31));
        assertThat(change(mara, hat, "", longAgo)).hasStatusOk().bodyText().contains("so we ask again", "Agency contact");
        assertThat(change(mara, hat, "000000", longAgo)).hasStatusOk().bodyText().contains("did not work");
        assertThat(change(mara, hat, mara.recoveryCodes().getFirst(), longAgo)).hasRedirectedUrl("/amp");
        assertThat(change(mara, "ADMINISTRATOR." + contact, "", clock.instant())).bodyText().contains("no longer work");
    }

    @Test
    void anEndedLinkNamesTheAgencysContactAndTheArcsPhone() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        EmailAddress email = new EmailAddress(Region.unique("invited.") + "@example.org");
        agencies.inviteContact(lakes.id(), "Sam Signer", email, Set.of(ContactRole.SIGNATURE_AUTHORITY), Region.officer());
        UUID person = UUID.randomUUID();
        EmailAddress anas = new EmailAddress(Region.unique("ana.") + "@example.org");
        invite(anas, Hat.ASSISTER, person, lakes.id().value());
        String token = token(Hat.ASSISTER, person);
        transaction.executeWithoutResult(status -> accounts.withdrawLink(Hat.ASSISTER, person, Actor.SYSTEM));
        assertThat(pages.get().uri("/activate/" + token))
                .hasStatusOk()
                .bodyText()
                .contains("This link is no longer valid", "Carla Contact, your agency", "Sam Signer", "651-555-0100")
                .doesNotContain("??");
        assertThat(jdbc.sql("SELECT cardinality(shown) FROM audit.line WHERE act = 'activation.shown' AND subject = :id")
                        .param("id", person)
                        .query(Integer.class)
                        .list())
                .containsExactly(2);

        jdbc.sql("UPDATE identity.activation SET expires_at = created_at WHERE email = :email")
                .param("email", email.value())
                .update();
        UUID sam =
                jdbc.sql("SELECT id FROM agency.contact WHERE email = :email").param("email", email.value()).query(UUID.class).single();
        assertThat(pages.get().uri("/activate/" + token(Hat.AGENCY_CONTACT, sam)))
                .bodyText()
                .contains("This link has expired", "Mail me a new link", "Carla Contact", "651-555-0100")
                .doesNotContain("Sam Signer");
        assertThat(pages.get().uri("/activate/AAAA")).bodyText().contains("copy the whole line", "651-555-0100");
        assertThat(pages.get().uri("/factor/AAAA")).bodyText().contains("We do not know this link", "651-555-0100");
    }

    @Test
    void theRostersOtherAddressIsOfferedAndNoOther() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        String rosters = Region.unique("roster.") + "@example.org";
        PersonId person = region.person(lakes, rosters);
        Member ana = member(Hat.ASSISTER, person.value(), lakes.id().value());
        assertThat(pages.get().uri("/me").with(authentication(in(ana))))
                .bodyText()
                .contains("roster has another e-mail", rosters, "Mail a code to the new address");
        assertThat(pages.post().uri("/me/email").with(AccountPagesTests::token).with(authentication(in(ana)))).hasRedirectedUrl("/me/email");
        assertThat(outbox.about(ana.account().value())).extracting("kind", "to").contains(
                org.assertj.core.groups.Tuple.tuple("address-code", rosters));

        Member officer = member(Hat.ARC_OFFICER);
        assertThat(pages.get().uri("/me/email").with(authentication(in(officer)))).hasRedirectedUrl("/me");
        assertThat(pages.post().uri("/me/email").with(AccountPagesTests::token).with(authentication(in(officer)))).hasRedirectedUrl("/me");
    }

    @Test
    void signingInGoesOverTheChoiceOfAHatAndNewTermsToTheHatsHome() {
        Member mara = member(Hat.ARC_OFFICER);
        UUID contact = UUID.randomUUID();
        invite(mara.email(), Hat.AGENCY_CONTACT, contact, null);
        activations.accept(token(Hat.AGENCY_CONTACT, contact), mara.account());
        acceptedOlderTerms(mara);
        MockHttpSession session = new MockHttpSession();

        assertThat(post(session, "/sign-in", "email", mara.email().value(), "password", PASSWORD))
                .hasRedirectedUrl("/sign-in/code");
        assertThat(post(session, "/sign-in/code", "code", mara.recoveryCodes().getFirst()))
                .hasRedirectedUrl("/sign-in/hat");
        assertThat(pages.get().uri("/sign-in/hat").session(session)).bodyText().contains("ARC officer", "Agency contact");
        assertThat(post(session, "/sign-in/hat", "hat", "ADMINISTRATOR." + contact)).hasRedirectedUrl("/sign-in/hat");
        assertThat(post(session, "/sign-in/hat", "hat", "AGENCY_CONTACT." + contact)).hasRedirectedUrl("/sign-in/terms");
        assertThat(pages.get().uri("/me").session(session)).hasRedirectedUrl("/sign-in");

        assertThat(pages.get().uri("/sign-in/terms").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("New terms of use", ">Terms of use</h2>", "Your account is yours alone")
                .doesNotContain("??");
        assertThat(post(session, "/sign-in/terms", "version", "2018-01-01"))
                .bodyText()
                .contains("Agree to the terms of use to go on");
        assertThat(post(session, "/sign-in/terms", "version", "2017-12-31", "agreed", "true"))
                .hasRedirectedUrl("/sign-in/terms");
        MvcTestResult entered = post(session, "/sign-in/terms", "version", "2018-01-01", "agreed", "true");
        assertThat(entered).hasRedirectedUrl("/amp");
        Cookie known = Objects.requireNonNull(entered.getResponse().getCookie("known"));
        assertThat(known.isHttpOnly()).isTrue();
        assertThat(known.getMaxAge()).isEqualTo(Duration.ofDays(180).toSeconds());
        for (int i = 0; i < 12; i++) {
            post(new MockHttpSession(), "/sign-in", "email", mara.email().value(), "password", "wrong wrong wrong");
        }
        assertThat(signIn(mara, null)).bodyText().contains("too many tries");
        assertThat(signIn(mara, known)).hasRedirectedUrl("/sign-in/code");
    }

    @Test
    void whoseSessionsEndedBetweenFactorsAndHatSignsInAgain() {
        Member mara = member(Hat.ARC_OFFICER);
        invite(mara.email(), Hat.AGENCY_CONTACT, mara.account().value(), null);
        activations.accept(token(Hat.AGENCY_CONTACT, mara.account().value()), mara.account());
        MockHttpSession session = new MockHttpSession();
        post(session, "/sign-in", "email", mara.email().value(), "password", PASSWORD);
        post(session, "/sign-in/code", "code", mara.recoveryCodes().getFirst());
        assertThat(pages.get().uri("/sign-in/terms").session(session)).as("nothing is due").hasRedirectedUrl("/sign-in/hat");
        accounts.endSessions(mara.account());
        assertThat(post(session, "/sign-in/hat", "hat", "ARC_OFFICER." + mara.account())).hasRedirectedUrl("/sign-in");
    }

    private MvcTestResult post(MockHttpSession session, String page, String... params) {
        var request = pages.post().uri(page).session(session).with(AccountPagesTests::token);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void withoutTwoProvedFactorsNobodyIsShownHatsOrTerms() {
        for (String page : Set.of("/sign-in/hat", "/sign-in/terms", "/sign-in/code", "/factor/authenticator")) {
            assertThat(pages.get().uri(page)).hasRedirectedUrl("/sign-in");
        }
    }

    private MvcTestResult signIn(Member member, @Nullable Cookie known) {
        var request =
                pages.post()
                        .uri("/sign-in")
                        .with(AccountPagesTests::token)
                        .param("email", member.email().value())
                        .param("password", PASSWORD);
        return (known == null
                        ? request
                        : request.with(
                                asked -> {
                                    asked.setCookies(Objects.requireNonNull(asked.getCookies())[0], known);
                                    return asked;
                                }))
                .exchange();
    }

    @Test
    void acceptingAnInvitationAsksForTheSecondFactorWhenItIsOlderThanHalfAnHour() {
        Member mara = member(Hat.ARC_OFFICER);
        UUID contact = UUID.randomUUID();
        invite(mara.email(), Hat.AGENCY_CONTACT, contact, null);
        String page = "/activate/" + token(Hat.AGENCY_CONTACT, contact) + "/accept";
        assertThat(later(mara, page, "")).hasStatusOk().bodyText().contains("so we ask again").doesNotContain("??");
        assertThat(later(mara, page, "000000")).hasStatusOk().bodyText().contains("did not work");
        assertThat(accounts.activation(Hat.AGENCY_CONTACT, contact).orElseThrow().usedAt()).isNull();
        assertThat(later(mara, page, mara.recoveryCodes().getFirst())).hasRedirectedUrl("/amp");
    }

    @Test
    void anInvitationSaysWhoApprovedOrInvitedAndSigningInComesBackToIt() {
        UUID person = UUID.randomUUID();
        invite(new EmailAddress(Region.unique("ana.") + "@example.org"), Hat.ASSISTER, person, null);
        assertThat(pages.get().uri("/activate/" + token(Hat.ASSISTER, person)))
                .bodyText()
                .contains("Lake Agency approved an assister portal account for you")
                .doesNotContain("??", "You were invited");

        Member mara = member(Hat.ARC_OFFICER);
        UUID contact = UUID.randomUUID();
        invite(mara.email(), Hat.AGENCY_CONTACT, contact, null);
        String page = "/activate/" + token(Hat.AGENCY_CONTACT, contact);
        MvcTestResult opened = pages.get().uri(page).exchange();
        assertThat(opened).bodyText().contains("You were invited by the ARC to work for Lake Agency", "you come back to this page");
        Cookie wanted = Objects.requireNonNull(opened.getResponse().getCookie("wanted"));
        MockHttpSession session = new MockHttpSession();
        post(session, "/sign-in", "email", mara.email().value(), "password", PASSWORD);
        assertThat(pages.post()
                        .uri("/sign-in/code")
                        .session(session)
                        .param("code", mara.recoveryCodes().getFirst())
                        .with(AccountPagesTests::token)
                        .with(asked -> {
                            asked.setCookies(Objects.requireNonNull(asked.getCookies())[0], wanted);
                            return asked;
                        }))
                .hasRedirectedUrl(page);
    }

    @Test
    void anotherSignInAddressAsksForTheSecondFactorWhenItIsOlderThanHalfAnHour() {
        Region.Office lakes = region.agency(AgencyKind.NAVIGATOR);
        PersonId person = region.person(lakes, Region.unique("roster.") + "@example.org");
        Member ana = member(Hat.ASSISTER, person.value(), lakes.id().value());
        assertThat(later(ana, "/me/email", "")).hasStatusOk().bodyText().contains("so we ask again").doesNotContain("??");
        assertThat(outbox.about(ana.account().value())).extracting("kind").doesNotContain("address-code");
        assertThat(later(ana, "/me/email", ana.recoveryCodes().getFirst())).hasRedirectedUrl("/me/email");
        assertThat(outbox.about(ana.account().value())).extracting("kind").contains("address-code");
    }

    private MvcTestResult later(Member member, String page, String code) {
        return pages.post()
                .uri(page)
                .param("agreed", "true")
                .param("code", code)
                .with(AccountPagesTests::token)
                .with(authentication(in(member.actor(), clock.instant().minus(Duration.ofMinutes(31)))))
                .exchange();
    }

    @Test
    void theSessionGetsAnotherIdWhenBothFactorsWereProvedAlsoWhereNewTermsStandBetween() {
        Member mara = member(Hat.ARC_OFFICER);
        acceptedOlderTerms(mara);
        MockHttpSession session = new MockHttpSession();
        post(session, "/sign-in", "email", mara.email().value(), "password", PASSWORD);
        String before = session.getId();
        assertThat(post(session, "/sign-in/code", "code", mara.recoveryCodes().getFirst())).hasRedirectedUrl("/sign-in/terms");
        assertThat(session.getId()).isNotEqualTo(before);
    }
}
