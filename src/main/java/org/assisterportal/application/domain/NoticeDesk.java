package org.assisterportal.application.domain;

import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Notices;
import org.assisterportal.application.Paper;
import org.assisterportal.shared.PageOf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices shown to their consumer, and to who acts on the consumer's behalf. */
@Component
class NoticeDesk implements Notices {
    private final NoticeTable table;
    private final Papers papers;
    private final Hands hands;

    NoticeDesk(NoticeTable table, Papers papers, Hands hands) {
        this.table = table;
        this.papers = papers;
        this.hands = hands;
    }

    @Override
    @Transactional
    public Look show(Hand by, ApplicationId id) {
        ApplicationTable.Row row = papers.find(by, id);
        hands.look(by, "application.notice-shown");
        if (row.status() != Paper.Status.SIGNED) {
            return new Look.None();
        }
        return table.find(id).<Look>map(Look.Ready::new).orElseGet(() -> new Look.Coming(row.reference()));
    }

    @Override
    @Transactional
    public PageOf<Line> list(Hand by, int page) {
        hands.look(by, "application.notices-shown");
        return table.list(by.consumer(), page);
    }
}
