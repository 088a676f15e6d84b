package org.assisterportal.carrier.domain;

import java.util.List;
import org.assisterportal.enrollment.CarrierFeed;
import org.assisterportal.shared.OneByOne;
import org.assisterportal.shared.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every few minutes: writes files for carriers for which something waits, delivers what isn't delivered, and reads answers. */
@Component
class CarrierRounds {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierRounds.class);
    private static final int MOST_FILES = 200;

    private final CarrierFeed feed;
    private final FileMaking making;
    private final InterchangeTable table;
    private final FileDelivery delivery;
    private final AnswerIntake answers;
    private final CarrierFolders folders;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    CarrierRounds(
            CarrierFeed feed, FileMaking making, InterchangeTable table, FileDelivery delivery, AnswerIntake answers, CarrierFolders folders, OneByOne oneByOne,
            TransactionTemplate transaction) {
        this.feed = feed;
        this.making = making;
        this.table = table;
        this.delivery = delivery;
        this.answers = answers;
        this.folders = folders;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        if (!folders.areSet()) {
            LOG.warn("No files are made for carriers: assisterportal.carriers.folder isn't set");
        }
    }

    @Scheduled(fixedDelayString = "${assisterportal.carriers.every:5m}", initialDelayString = "${assisterportal.carriers.every:5m}")
    void work() {
        if (!folders.areSet()) {
            return;
        }
        for (String issuer : feed.waiting()) {
            try {
                making.makeAll(issuer);
            } catch (RuntimeException e) {
                LOG.error("a carrier's file failed: {}", Traces.told(e));
            }
        }
        deliver();
        answers.work();
    }

    void deliver() {
        List<Integer> due = transaction.execute(status -> table.undelivered(MOST_FILES));
        oneByOne.each("delivering a carrier's file", due == null ? List.of() : due, delivery::deliver);
    }
}
