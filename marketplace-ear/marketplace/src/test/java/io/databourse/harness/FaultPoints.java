package io.databourse.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Stands between Hibernate and PostgreSQL, and lets something happen, once, when a transaction
/// comes to a point of the test's choosing: before or after a statement, or around the commit of a
/// transaction that has run it. Without a fault that waits it costs one look at each transaction.
///
/// The points are in SQL, which is what the books are made of; so nothing of the exchange itself is
/// altered for it.
public final class FaultPoints {
    private static final AtomicReference<@Nullable Fault> WAITING = new AtomicReference<>();

    private FaultPoints() {}

    public enum Moment {
        BEFORE,
        AFTER,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /// @param statement what the statement begins with, in one line
    public record Point(Moment moment, String statement) {
        boolean isAt(Moment reached, String sql) {
            return moment == reached && matches(sql);
        }

        boolean matches(String sql) {
            return sql.strip().replaceAll("\\s+", " ").startsWith(statement);
        }

        @Override
        public String toString() {
            return "%s \"%s\"".formatted(moment, statement);
        }
    }

    /// What happens; it may not return.
    public interface Action {
        void happen() throws Exception;
    }

    private record Fault(Point point, Optional<Action> action) {}

    /// The next transaction that comes to the point loses its connection there, as if the exchange
    /// or the network had died: what was not committed is rolled back.
    public static void loseConnection(Point point) {
        WAITING.set(new Fault(point, Optional.empty()));
    }

    public static void at(Point point, Action action) {
        WAITING.set(new Fault(point, Optional.of(action)));
    }

    /// Whether somebody is still to come to the point.
    public static boolean isWaiting() {
        return WAITING.get() != null;
    }

    /// Whether nobody has come to the point; the fault waits no more.
    public static boolean disarm() {
        return WAITING.getAndSet(null) != null;
    }

    static DataSource around(DataSource source) {
        return proxy(
                DataSource.class,
                (method, arguments) -> {
                    Object result = call(method, source, arguments);
                    Fault fault = WAITING.get();
                    return fault != null && result instanceof Connection connection
                            ? new Watched(connection, fault).proxy()
                            : result;
                });
    }

    /// One connection while a fault waits.
    private static final class Watched {
        private final Connection connection;
        private final Fault fault;
        private boolean ran;

        Watched(Connection connection, Fault fault) {
            this.connection = connection;
            this.fault = fault;
        }

        Connection proxy() {
            return FaultPoints.proxy(Connection.class, this::onConnection);
        }

        private @Nullable Object onConnection(Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (method.getName().equals("commit")) {
                reach(ran && fault.point.moment == Moment.BEFORE_COMMIT);
                Object result = call(method, connection, arguments);
                reach(ran && fault.point.moment == Moment.AFTER_COMMIT);
                ran = false;
                return result;
            }
            if (method.getName().equals("rollback")) {
                ran = false;
            }
            Object result = call(method, connection, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? FaultPoints.proxy(
                            PreparedStatement.class,
                            (called, with) ->
                                    onStatement(statement, (String) arguments[0], called, with))
                    : result;
        }

        private @Nullable Object onStatement(
                PreparedStatement statement,
                String sql,
                Method method,
                Object @Nullable [] arguments)
                throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(method, statement, arguments);
            }
            reach(fault.point.isAt(Moment.BEFORE, sql));
            Object result = call(method, statement, arguments);
            ran |= fault.point.matches(sql);
            reach(fault.point.isAt(Moment.AFTER, sql));
            return result;
        }

        private void reach(boolean here) throws Exception {
            if (here && WAITING.compareAndSet(fault, null)) {
                if (fault.action.isPresent()) {
                    fault.action.get().happen();
                } else {
                    connection.abort(Runnable::run);
                    throw new SQLException("the connection was lost at " + fault.point, "08006");
                }
            }
        }
    }

    private interface Handler {
        @Nullable Object handle(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        InvocationHandler each = (_, method, arguments) -> handler.handle(method, arguments);
        return type.cast(
                Proxy.newProxyInstance(
                        FaultPoints.class.getClassLoader(), new Class<?>[] {type}, each));
    }

    private static @Nullable Object call(
            Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
