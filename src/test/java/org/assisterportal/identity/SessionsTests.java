package org.assisterportal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assisterportal.MarketplaceTest;
import org.assisterportal.Region;
import org.assisterportal.shared.AccountId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

@MarketplaceTest
class SessionsTests {
    @Autowired private Sessions sessions;
    @Autowired private Accounts accounts;
    @Autowired private SessionRepository<? extends Session> repository;
    @Autowired private TransactionTemplate transaction;

    private final Actor ana = Region.officer();
    private final Actor ben = Region.officer();

    private SignedIn signIn(Actor actor, String userAgent) {
        Instant now = Instant.now();
        SignedIn who = new SignedIn(actor, "the ARC", Hat.ARC_OFFICER.authority(), now, now, Browser.of(userAgent));
        save(repository, who);
        return who;
    }

    private static <S extends Session> void save(SessionRepository<S> repository, SignedIn who) {
        S session = repository.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(who));
        repository.save(session);
    }

    private List<UUID> handles(SignedIn of) {
        return sessions.of(of).stream().map(Sessions.Running::handle).toList();
    }

    @Test
    void aPersonSeesTheirOwnSessionsThisOneFirst() {
        SignedIn desk = signIn(ana, "Windows Firefox/135");
        SignedIn phone = signIn(ana, "iPhone Version/18 Safari/604");
        signIn(ben, "Firefox");
        assertThat(handles(desk)).containsExactly(desk.handle(), phone.handle());
        assertThat(sessions.of(phone).getFirst())
                .satisfies(
                        first -> {
                            assertThat(first.thisOne()).isTrue();
                            assertThat(first.browser()).isEqualTo(new Browser("Safari", "iPhone"));
                        });
    }

    @Test
    void oneOfThemCanBeEndedOrAllOthersButNobodyElses() {
        SignedIn desk = signIn(ana, "Firefox");
        SignedIn phone = signIn(ana, "Safari");
        SignedIn another = signIn(ana, "Chrome");
        SignedIn bens = signIn(ben, "Firefox");
        assertThatThrownBy(() -> sessions.end(desk, bens.handle())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sessions.end(desk, UUID.randomUUID())).isInstanceOf(NotFound.class);
        sessions.end(desk, phone.handle());
        assertThat(handles(desk)).containsExactlyInAnyOrder(desk.handle(), another.handle());
        sessions.endOthers(desk);
        assertThat(handles(desk)).containsExactly(desk.handle());
        assertThat(handles(bens)).containsExactly(bens.handle());
    }

    @Test
    void endingAnyHatEndsTheAccountsSessionsWhateverTheHatTheyWear() {
        for (Hat hat : List.of(Hat.ARC_OFFICER, Hat.ADMINISTRATOR, Hat.AGENCY_CONTACT, Hat.ASSISTER)) {
            EmailAddress email = new EmailAddress(Region.unique("hat.") + "@example.org");
            UUID subject = UUID.randomUUID();
            Invitation invitation = new Invitation(email, "Ana", hat, subject, null, "Lake Agency", "the ARC");
            transaction.executeWithoutResult(status -> accounts.invite(List.of(invitation), Actor.SYSTEM));
            AccountId account = accounts.byEmail(email).orElseThrow();
            SignedIn who = signIn(new Actor(account.value(), hat, subject, null, "Ana"), "Firefox");
            assertThat(handles(who)).hasSize(1);
            transaction.executeWithoutResult(status -> accounts.endHat(hat, subject, Actor.SYSTEM));
            assertThat(handles(who)).as(hat.name()).isEmpty();
        }
    }
}
