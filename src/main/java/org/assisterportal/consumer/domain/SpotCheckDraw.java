package org.assisterportal.consumer.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assisterportal.consumer.AuthorizationView;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;

/** Which authorizations by mail become a task: a share drawn by lot, each that looks as if one hand did both,
 * and each at a mailbox that another consumer reads, too. */
@Component
class SpotCheckDraw {
    static final String KIND = "spot-check";
    private static final List<String> ONE_HAND = List.of("SAME_NETWORK", "SAME_BROWSER");
    private static final String SHARED_MAILBOX = "SHARED_MAILBOX";

    private static final int HUNDRED = 100;

    private final Tasks tasks;
    private final PolicyValues policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SpotCheckDraw(Tasks tasks, PolicyValues policy, Clock clock) {
        this.tasks = tasks;
        this.policy = policy;
        this.clock = clock;
    }

    void draw(AuthorizationView given, List<String> flags) {
        if (flags.containsAll(ONE_HAND) || flags.contains(SHARED_MAILBOX) || drawn(policy.inForce("authorization.spot-check-percent").number())) {
            int days = policy.inForce("authorization.spot-check-days").number();
            tasks.open(
                    KIND, given.id(), Map.of("authorization", String.valueOf(given.number())),
                    Minnesota.today(clock).plusDays(days), Actor.SYSTEM);
        }
    }

    boolean drawn(int percent) {
        return random.nextInt(HUNDRED) < percent;
    }
}
