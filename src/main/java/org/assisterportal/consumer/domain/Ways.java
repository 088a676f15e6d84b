package org.assisterportal.consumer.domain;

import java.util.Optional;
import org.assisterportal.access.AccessStanding;
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
                                method(consumer, helping, byNumber)
                                        .map(method -> new Offer(helping.card(), method)));
    }

    private Optional<Method> method(ConsumerId consumer, Helpers.Helping helping, boolean byNumber) {
        PersonId assister = helping.standing().person();
        if (byNumber) {
            return Optional.of(Method.REFERENCE_NUMBER);
        }
        if (isProposed(consumer, helping)) {
            return Optional.of(Method.PROPOSAL);
        }
        if (table.authorizedBefore(consumer, assister)) {
            return Optional.of(Method.AGAIN);
        }
        return directory.lists(assister) ? Optional.of(Method.DIRECTORY) : Optional.empty();
    }

    /** Whoever is proposed may help now, and there, where the authorization that is in force was given. */
    private boolean isProposed(ConsumerId consumer, Helpers.Helping helping) {
        AccessStanding standing = helping.standing();
        return table.now(consumer)
                .filter(now -> standing.roster().agency().value().equals(now.agency()))
                .map(now -> helpers.proposed(now.assister(), now.agency()).contains(standing.person()))
                .orElse(false);
    }
}
