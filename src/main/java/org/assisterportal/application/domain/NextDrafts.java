package org.assisterportal.application.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Changes.Outcome;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The draft of a version that comes after a signed one; there is one at a time, for whichever year. */
@Component
class NextDrafts {
    private final ApplicationTable table;
    private final Hands hands;

    NextDrafts(ApplicationTable table, Hands hands) {
        this.table = table;
        this.hands = hands;
    }

    /** The draft that is there already; of another year it isn't what was asked for. */
    Optional<Outcome> present(Hand by, @Nullable Integer planYear) {
        return table.draft(by.consumer()).map(draft -> {
            String year = Optional.ofNullable(table.answers(draft.id()).get(Spot.of(Question.YEAR))).map(answer -> answer.content().getOrDefault("year", "")).orElse("");
            boolean asked = planYear == null || year.isEmpty() || year.equals(String.valueOf(planYear));
            return asked ? new Outcome.Done(draft.id()) : new Outcome.OtherDraft(draft.id());
        });
    }

    /** Begins one without an answer. */
    ApplicationId begin(Hand by) {
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        table.insert(id, by.consumer(), table.next(by.consumer()), by.actor());
        hands.done(by, "application.change-begun", List.of());
        hands.begun(by, table.kept());
        return id;
    }
}
