package org.assisterportal.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.assisterportal.enrollment.PlanProposal;
import org.junit.jupiter.api.Test;

/** Ana is told by a mail that Maria has answered, and not what. */
class ProposalMailTests extends ProposalScene {
    private int mails() {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT count(*) FROM notification.outbox WHERE kind = 'proposal-answered' AND subject = :ana")
                                .param("ana", ana.person().value())
                                .query(Integer.class)
                                .single());
    }

    @Test
    void whoHelpsGetsAMailThatNamesNobodyAndLeadsToTheWorkspace() {
        PlanProposal one = proposed(offered.get(0));
        assertThat(mails()).isZero();
        decline(one, "Too dear for us");
        decline(one, "Too dear for us");
        assertThat(mails()).as("pressed twice").isEqualTo(1);
        String mail = household.newestMail(household.email(ana.person()), "has answered plans");
        assertThat(mail).contains("/portal/consumers/" + maria.subject()).doesNotContain("Maria", "Lopez", "Too dear", one.lines().getFirst().name());
        PlanProposal other = proposed(offered.get(1));
        pick(other, offered.get(1));
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void whoCouldNotEnterTheWorkspaceGetsNone() {
        PlanProposal one = proposed(offered.get(0));
        household.stop(ana);
        decline(one, "");
        assertThat(mails()).as("suspended").isZero();
        assertThat(all().getFirst().isOpen()).isFalse();
    }

    @Test
    void whoHelpsNoMoreGetsNone() {
        PlanProposal one = proposed(offered.get(0));
        household.end(maria);
        pick(one, offered.get(0));
        assertThat(mails()).isZero();
        assertThat(all().getFirst().isOpen()).isFalse();
    }
}
