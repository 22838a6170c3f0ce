package io.chatsphere.benchmarks.size;

import com.zaxxer.hikari.HikariDataSource;
import io.chatsphere.adapter.postgres.PostgresConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A source whose server explains every statement while it runs it, as {@code EXPLAIN (ANALYZE, BUFFERS)} does: the very
 * statements, with the very plans that are kept. Its connections need a superuser, who may load {@code auto_explain}.
 */
final class ServerCost implements AutoCloseable {
    private static final String EXPLAIN = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0"
            + " -c auto_explain.log_analyze=on -c auto_explain.log_buffers=on -c auto_explain.log_timing=off"
            + " -c auto_explain.log_level=notice -c auto_explain.log_format=json";
    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms");

    /** The first of each is that of the uppermost node, which holds all others. */
    private static final Pattern HIT = Pattern.compile("\"Shared Hit Blocks\": (\\d+)");

    private static final Pattern READ = Pattern.compile("\"Shared Read Blocks\": (\\d+)");

    /** What is set for each transaction of a borrowed connection, and not when the pool is our own. */
    private static final String SETTINGS = "set_config(";

    private final HikariDataSource pool = new HikariDataSource();
    private final DoubleAdder micros = new DoubleAdder();
    private final LongAdder buffers = new LongAdder();

    /**
     * What the server spent.
     *
     * @param micros microseconds of execution, without planning and commit
     * @param buffers pages of tables and indexes that were touched
     */
    record Spent(double micros, double buffers) {}

    /** The explained connections to a database. */
    DataSource source(PostgresConfig config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.jdbcUrl());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        source.setOptions(EXPLAIN);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(PostgresConfig.DEFAULT_WRITERS + 1);
        return proxy(
                DataSource.class,
                pool,
                (target, method, answer) -> answer instanceof Connection connection ? explained(connection) : answer);
    }

    /** What was spent since this was asked last. */
    Spent take() {
        return new Spent(micros.sumThenReset(), buffers.sumThenReset());
    }

    @Override
    public void close() {
        pool.close();
    }

    private Connection explained(Connection connection) {
        return proxy(Connection.class, connection, (target, method, answer) -> {
            if (answer instanceof PreparedStatement statement) {
                return explained(statement);
            }
            if (method.getName().equals("commit")) {
                add(target.getWarnings());
                target.clearWarnings();
            }
            return answer;
        });
    }

    private PreparedStatement explained(PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (target, method, answer) -> {
            if (method.getName().startsWith("execute")) {
                add(target.getWarnings());
                target.clearWarnings();
            }
            return answer;
        });
    }

    private void add(SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            String told = warning.getMessage();
            Matcher duration = DURATION.matcher(told);
            if (duration.find() && !told.contains(SETTINGS)) {
                micros.add(Double.parseDouble(duration.group(1)) * 1000);
                buffers.add(number(HIT, told) + number(READ, told));
            }
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static <T> T proxy(Class<T> face, T target, Answered<T> answered) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (self, method, args) -> {
            try {
                return answered.answer(target, method, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @FunctionalInterface
    private interface Answered<T> {
        Object answer(T target, Method method, Object answer) throws SQLException;
    }
}
