package org.assisterportal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that know the hat of the request: in an assister's hat each runs as the database role that finds only
 * consumers who authorized that assister, and of accounts only the assister's own. A statement whose author forgot the
 * guard finds no others either.
 */
@Component("transactionManager")
class HatTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    // All end with the transaction, so that the next one on a pooled connection begins without them.
    private static final String WEAR =
            "SELECT set_config('role', 'app_assister', true), set_config('assisterportal.assister', ?, true),"
                    + " set_config('assisterportal.account', ?, true)";

    HatTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Actor assister = assister();
        if (assister != null) {
            try (PreparedStatement wear = connection.prepareStatement(WEAR)) {
                wear.setString(1, text(assister.subject()));
                wear.setString(2, text(assister.account()));
                wear.execute();
            }
        }
    }

    private static @Nullable Actor assister() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                        && who.getPrincipal().wears(Hat.ASSISTER)
                        && !OpenToAll.isAsked()
                ? who.getPrincipal()
                : null;
    }

    /** Of nobody there are no rows. */
    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
