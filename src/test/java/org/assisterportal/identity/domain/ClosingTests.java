package org.assisterportal.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assisterportal.identity.AccountKind.CONSUMER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assisterportal.Region;
import org.assisterportal.identity.Closing;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.identity.HatEnded;
import org.assisterportal.identity.Recovery;
import org.assisterportal.identity.SignIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The end of a consumer's account. */
@RecordApplicationEvents
class ClosingTests extends AccountScene {
    @Autowired private Closing closing;
    @Autowired private ConsumerAccounts consumers;
    @Autowired private SignIn signIn;
    @Autowired private Recovery recovery;
    @Autowired private Region region;
    @Autowired private ApplicationEvents events;

    private final String network = Region.unique("somewhere.");
    private final String email = Region.unique("maria.") + "@example.org";

    private long of(Actor maria, Class<HatEnded> kind) {
        return events.stream(kind).filter(ended -> ended.account().equals(maria.accountId())).count();
    }

    @Test
    void itNeedsThePasswordAndEndsHatAndCredentialsTogether() {
        Actor maria = region.consumer(email);
        assertThat(closing.close(maria, "wrong", "", network)).isEqualTo(new Closing.Closed.Refused("present", "recover.present.wrong"));
        assertThat(of(maria, HatEnded.class)).isZero();
        assertThat(closing.close(maria, PASSWORD, "", network)).isEqualTo(new Closing.Closed.Done());
        assertThat(of(maria, HatEnded.class)).isOne();
        assertThat(accounts.hats(maria.accountId())).isEmpty();
        assertThat(consumers.byEmail(new EmailAddress(email))).isEmpty();
        assertThat(signIn.password(CONSUMER, email, PASSWORD, network, List.of())).isInstanceOf(SignIn.First.Wrong.class);
        assertThat(closing.close(maria, PASSWORD, "", network)).as("twice").isInstanceOf(Closing.Closed.Refused.class);
        recovery.ask(CONSUMER, email, network, List.of());
        assertThat(outbox.about(maria.accountId().value())).noneMatch(mail -> mail.kind().equals("consumer-password-reset"));
        assertThat(linesAbout(maria.accountId(), "account.closed")).isOne();
    }

    @Test
    void pressedTwiceAtOnceItHappensOnce() throws Exception {
        Actor maria = region.consumer(email);
        Callable<Closing.Closed> press = () -> closing.close(maria, PASSWORD, "", network);
        List<Closing.Closed> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var outcome : threads.invokeAll(List.of(press, press, press))) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).contains(new Closing.Closed.Done());
        assertThat(linesAbout(maria.accountId(), "account.closed")).isOne();
        assertThat(outbox.about(maria.accountId().value())).filteredOn(mail -> mail.kind().equals("consumer-closed")).hasSize(1);
    }

    @Test
    void anAccountForWorkIsNotClosedByItsPerson() {
        Member olga = member(Hat.ARC_OFFICER);
        assertThatThrownBy(() -> closing.close(olga.actor(), PASSWORD, codeOf(olga.account(), 30), network))
                .isInstanceOf(NotFound.class);
        assertThat(accounts.hats(olga.account())).hasSize(1);
    }
}
