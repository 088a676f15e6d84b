package org.assisterportal.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.enrollment.Enrollments;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.ConsumerAccounts;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.OfferedPlan;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.EmailAddress;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A made-up consumer who has a plan: chosen and signed through the product's acts. */
@Component
@Profile("demo")
class DemoEnrollments {
    private final ConsumerAccounts consumers;
    private final Accounts accounts;
    private final Applications applications;
    private final Enrollments enrollments;

    DemoEnrollments(ConsumerAccounts consumers, Accounts accounts, Applications applications, Enrollments enrollments) {
        this.consumers = consumers;
        this.accounts = accounts;
        this.applications = applications;
        this.enrollments = enrollments;
    }

    /** Enrolls whoever has this address, where there are plans and one can be chosen today. */
    void enroll(String email) {
        consumers.byEmail(new EmailAddress(email)).ifPresent(account -> {
            var hat = accounts.hats(account).getFirst();
            Hand hand = new Hand.Own(new Actor(account.value(), hat.hat(), hat.subject(), hat.agency(), accounts.view(account).name()));
            applications.newest(hand).flatMap(signed -> enrollments.desk(hand, signed.id())).ifPresent(desk -> choose(hand, desk));
        });
    }

    private void choose(Hand hand, Desk desk) {
        if (desk.shelf() == null || desk.chance() == null) {
            return;
        }
        List<String> people = desk.parties().getFirst().buyers().keys();
        OfferedPlan silver = desk.shelf().plans().stream().filter(plan -> plan.metal() == Metal.SILVER).findFirst().orElseThrow();
        enrollments.put(hand, desk.id(), silver.id(), people, desk.basket().version());
        String read = enrollments.desk(hand, desk.id()).orElseThrow().preview().read();
        Map<String, String> form =
                Map.of(
                        TypedSignature.NAME, hand.actor().name(), TypedSignature.AGREED, "true", TypedSignature.HASH, enrollments.words(Locale.ENGLISH).sha256(),
                        Enrollments.READ, read);
        if (!(enrollments.sign(hand, desk.id(), form, Locale.ENGLISH) instanceof Enrollments.Signed.Done)) {
            throw new IllegalStateException("the demo's plan of " + hand.actor().name() + " is not signed");
        }
    }
}
