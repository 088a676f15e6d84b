package org.assisterportal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the product asks the database for on one thread while it is listened to, in its transactions and apart. */
public final class Statements {
    private static final ThreadLocal<@Nullable Statements> LISTENING = new ThreadLocal<>();

    private final boolean explained;
    private final List<Said> said = new ArrayList<>();

    private Statements(boolean explained) {
        this.explained = explained;
    }

    /**
     * A statement.
     *
     * @param plan as JSON, of the very statement with its values, role and settings; empty when it wasn't asked for
     */
    public record Said(String sql, String plan) {}

    /** The statements of the work, in order; work apart counts as one each time. */
    public static List<String> of(Runnable work) {
        return listen(new Statements(false), work).stream().map(Said::sql).toList();
    }

    /** The same with their plans, in a transaction that is open already as well. */
    public static List<Said> explained(Runnable work) {
        return listen(new Statements(true), work);
    }

    private static List<Said> listen(Statements listener, Runnable work) {
        LISTENING.set(listener);
        try {
            work.run();
        } finally {
            LISTENING.remove();
        }
        return List.copyOf(listener.said);
    }

    static void apart() {
        Statements listener = LISTENING.get();
        if (listener != null) {
            listener.said.add(new Said("apart", ""));
        }
    }

    /** A connection whose statements are heard while somebody listens. */
    static Connection heard(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, arguments, answer) -> {
                    Statements listener = LISTENING.get();
                    if (listener == null || !method.getName().equals("prepareStatement")) {
                        return answer;
                    }
                    String sql = (String) arguments[0];
                    if (!listener.explained) {
                        listener.said.add(new Said(sql, ""));
                        return answer;
                    }
                    return listener.heard(connection, (PreparedStatement) answer, sql);
                });
    }

    /** Asks for the plan with the same values, just before the statement itself runs. */
    private PreparedStatement heard(Connection connection, PreparedStatement statement, String sql) {
        List<Object[]> values = new ArrayList<>();
        List<Method> setters = new ArrayList<>();
        return (PreparedStatement)
                Proxy.newProxyInstance(
                        Statements.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (self, method, arguments) -> {
                            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                                setters.add(method);
                                values.add(arguments);
                            }
                            if (method.getName().startsWith("execute")) {
                                said.add(new Said(sql, plan(connection, sql, setters, values)));
                            }
                            return invoke(method, statement, arguments);
                        });
    }

    private static String plan(Connection connection, String sql, List<Method> setters, List<Object[]> values)
            throws Throwable {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (FORMAT JSON) " + sql)) {
            for (int i = 0; i < setters.size(); i++) {
                invoke(setters.get(i), explain, values.get(i));
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1));
                }
            }
            return plan.toString();
        }
    }

    private interface After {
        Object apply(Method method, Object[] arguments, Object answer) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(
                Proxy.newProxyInstance(
                        Statements.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) ->
                                method.getName().equals("equals")
                                        ? self == arguments[0] || target.equals(arguments[0])
                                        : after.apply(method, arguments, invoke(method, target, arguments))));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
