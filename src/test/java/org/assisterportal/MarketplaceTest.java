package org.assisterportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.assisterportal.application.domain.NoticeHand;
import org.assisterportal.carrier.domain.CarrierHand;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.domain.Paperwork;
import org.assisterportal.enrollment.domain.EventScene;
import org.assisterportal.enrollment.domain.Policyholder;
import org.assisterportal.enrollment.domain.RenewalHand;
import org.assisterportal.identity.domain.CountedHashes;
import org.assisterportal.notification.Postman;
import org.assisterportal.routes.Caller;
import org.assisterportal.routes.Ledger;
import org.assisterportal.routes.Town;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole system on its own PostgreSQL and SMTP server; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "assisterportal.embedded.folder=target/test-data-${PID:1}",
            "assisterportal.mail.deliver=false",
            // No test here kills the database server; those that kill a process start their own, which waits for the disk.
            "spring.datasource.hikari.data-source-properties.options=-c synchronous_commit=off",
            "assisterportal.request-mails=1h",
            "assisterportal.notices=1h",
            "assisterportal.lapse-sweep=1h",
            "assisterportal.carrier-events=1h",
            "assisterportal.renewals=1h",
            "assisterportal.steps=1h",
            "assisterportal.leftovers=24h",
            "assisterportal.carriers.every=1h",
            "assisterportal.carriers.settled=0s",
            "assisterportal.languages=en,es,ar-XB"
        })
@ExtendWith(TestTime.Back.class)
@ActiveProfiles("embedded")
@Import({
    TestTime.class, Postman.class, Region.class, Caller.class, Town.class, Household.class, Handiwork.class, StatementsInTransactions.class,
    MirroredTexts.class, Ledger.class, NoticeHand.class, Paperwork.class, Policyholder.class, RenewalHand.class, CountedHashes.class, EventScene.class, CarrierHand.class
})
public @interface MarketplaceTest {}
