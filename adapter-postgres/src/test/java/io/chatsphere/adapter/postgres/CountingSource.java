package io.chatsphere.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Counts the statements that go over the connections of a source, without those that begin and end a transaction. */
public final class CountingSource {
    private final DataSource source;
    private final AtomicInteger statements = new AtomicInteger();

    private CountingSource(DataSource source) {
        this.source = source;
    }

    /** Counts over connections that nobody pools. */
    public static CountingSource over(PostgresConfig config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.jdbcUrl());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        return new CountingSource(source);
    }

    /** The source to be used. */
    public DataSource counted() {
        return proxy(
                DataSource.class,
                source,
                (method, answer) -> answer instanceof Connection connection ? counted(connection) : answer);
    }

    /** How many statements {@code work} takes. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, connection, (method, answer) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            }
            return answer;
        });
    }

    private static <T> T proxy(Class<T> face, T target, Answered answered) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (self, method, args) -> {
            try {
                return answered.answer(method, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @FunctionalInterface
    private interface Answered {
        Object answer(Method method, Object answer);
    }
}
