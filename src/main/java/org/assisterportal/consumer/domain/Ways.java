package org.assisterportal.consumer.domain;

import java.util.Optional;
import org.assisterportal.access.Directory;
import org.assisterportal.consumer.AuthorizationView.Method;
import org.assisterportal.consumer.Authorizations.Offer;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/**
 * How a consumer came to somebody who may help. It is a part of the record, so it is found out here and never taken from
 * a form; who came on no way at all finds nobody.
 */
@Component
class Ways {
    private final AuthorizationTable table;
    private final Helpers helpers;
    private final Directory directory;

    Ways(AuthorizationTable table, Helpers helpers, Directory directory) {
        this.table = table;
        this.helpers = helpers;
        this.directory = directory;
    }

    Optional<Offer> offer(ConsumerId consumer, PersonId assister, boolean byNumber) {
        return helpers.of(assister)
                .flatMap(
                        helping ->
                                method(consumer, assister, byNumber)
                                        .map(method -> new Offer(helping.card(), method)));
    }

    private Optional<Method> method(ConsumerId consumer, PersonId assister, boolean byNumber) {
        if (byNumber) {
            return Optional.of(Method.REFERENCE_NUMBER);
        }
        if (isProposed(consumer, assister)) {
            return Optional.of(Method.PROPOSAL);
        }
        if (table.authorizedBefore(consumer, assister)) {
            return Optional.of(Method.AGAIN);
        }
        return directory.lists(assister) ? Optional.of(Method.DIRECTORY) : Optional.empty();
    }

    private boolean isProposed(ConsumerId consumer, PersonId assister) {
        return table.now(consumer)
                .map(now -> helpers.proposals(now.assister(), now.agency()).stream().anyMatch(card -> card.person().equals(assister)))
                .orElse(false);
    }
}
