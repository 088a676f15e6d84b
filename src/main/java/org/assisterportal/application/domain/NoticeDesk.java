package org.assisterportal.application.domain;

import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Notices;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.shared.PageOf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices shown to their consumer, and to who acts on the consumer's behalf. */
@Component
class NoticeDesk implements Notices {
    private final NoticeTable table;
    private final Papers papers;
    private final Hands hands;
    private final Consumers consumers;

    NoticeDesk(NoticeTable table, Papers papers, Hands hands, Consumers consumers) {
        this.table = table;
        this.papers = papers;
        this.hands = hands;
        this.consumers = consumers;
    }

    @Override
    @Transactional
    public Look show(Hand by, ApplicationId id) {
        ApplicationTable.Row row = papers.find(by, id);
        hands.look(by, "application.notice-shown");
        if (row.status() != Paper.Status.SIGNED) {
            return new Look.None();
        }
        return table.find(id).<Look>map(notice -> new Look.Ready(notice, addressee(by, row))).orElseGet(() -> new Look.Coming(row.reference()));
    }

    /** As it was signed, and without an address that is confidential there or has become so since, for whoever reads it. */
    private Addressee addressee(Hand by, ApplicationTable.Row row) {
        Sheet sheet = papers.sheet(by, row);
        HomeForm home = HomeForm.of(sheet.fields(Question.HOME));
        boolean kept = home.kept() || consumers.known(by.consumer()).addressKept();
        return new Addressee(sheet.members().getFirst().name(), kept ? List.of() : home.mail());
    }

    @Override
    @Transactional
    public PageOf<Line> list(Hand by, int page) {
        hands.look(by, "application.notices-shown");
        return table.list(by.consumer(), page);
    }
}
