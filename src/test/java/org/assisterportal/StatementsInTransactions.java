package org.assisterportal;

import org.assisterportal.shared.Apart;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Refuses every connection that the product takes outside a transaction, in all tests of the shared
 * context, and lets {@link Statements} hear what the others are used for.
 */
@TestComponent
public class StatementsInTransactions implements BeanPostProcessor {
    private static final StackWalker STACK =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Apart apart) {
            return new HeardApart(apart);
        }
        return bean instanceof DataSource source && !(bean instanceof Watched)
                ? new Watched(source)
                : bean;
    }

    private record HeardApart(Apart apart) implements Apart {
        @Override
        public <T> T run(Function<JdbcTemplate, T> work) {
            Statements.apart();
            return apart.run(work);
        }
    }

    private static final class Watched extends DelegatingDataSource {
        Watched(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            taker().ifPresent(
                            place -> {
                                String told = "a statement outside a transaction: " + place;
                                System.err.println(told);
                                throw new AssertionError(told);
                            });
            return Statements.heard(super.getConnection());
        }

        /**
         * The product's own frame that takes the connection, unless a transaction is just
         * beginning.
         */
        private static Optional<String> taker() {
            return STACK.walk(
                    frames ->
                            frames.filter(
                                            frame ->
                                                    begins(frame)
                                                            || isOurs(frame.getDeclaringClass()))
                                    .findFirst()
                                    .filter(frame -> !begins(frame))
                                    .map(
                                            frame ->
                                                    frame.getClassName()
                                                            + "."
                                                            + frame.getMethodName()));
        }

        private static boolean begins(StackWalker.StackFrame frame) {
            return frame.getMethodName().equals("doBegin")
                    && JdbcTransactionManager.class
                            .getSuperclass()
                            .isAssignableFrom(frame.getDeclaringClass());
        }

        private static boolean isOurs(Class<?> type) {
            // Filters stand below everything that the framework itself does for a request, health
            // checks for example.
            return type.getName().startsWith("org.assisterportal")
                    && !jakarta.servlet.Filter.class.isAssignableFrom(type)
                    && type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath()
                            .endsWith("/classes/");
        }
    }
}
