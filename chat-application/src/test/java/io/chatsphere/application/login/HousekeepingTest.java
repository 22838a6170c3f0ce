package io.chatsphere.application.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.application.MovableClock;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.user.User;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Duration OFTEN = Duration.ofMillis(60);

    private final Storage store = new InMemoryStore().storage();
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger purges = new AtomicInteger();

    @Test
    void logins_are_forgotten_when_they_are_long_over_also_after_a_failure() {
        User anna = Fixtures.user();
        NewLogin login = Fixtures.login(anna.id());
        store.users().register(anna, Fixtures.HASH, List.of(), login);
        try (Housekeeping housekeeping = housekeeping(purges)) {
            housekeeping.open();
            await().untilAsserted(() -> assertThat(purges).hasValueGreaterThan(3));
            assertThat(isKept(login)).isTrue();

            clock.advance(Duration.between(clock.instant(), Fixtures.LATER).plusDays(31));

            await().until(() -> !isKept(login));
        }
    }

    @Test
    void once_closed_it_stays_so() {
        AtomicInteger purgesOfAnother = new AtomicInteger();
        Housekeeping housekeeping = housekeeping(purges);
        try (Housekeeping another = housekeeping(purgesOfAnother)) {
            housekeeping.open();
            await().untilAsserted(() -> assertThat(purges).hasPositiveValue());

            housekeeping.close();
            housekeeping.close();
            housekeeping.open();
            int before = purges.get();

            another.open();
            await().untilAsserted(() -> assertThat(purgesOfAnother).hasValueGreaterThan(5));
            // One that was under way may have come to its end.
            assertThat(purges).hasValueLessThanOrEqualTo(before + 1);
        }
    }

    private boolean isKept(NewLogin login) {
        return store.logins().findActive(login.login().id(), Fixtures.NOW).isPresent();
    }

    private Housekeeping housekeeping(AtomicInteger counter) {
        Ids ids = new Ids(clock, RandomGenerator.getDefault());
        return new Housekeeping(failingAtFirst(counter), ids, OFTEN);
    }

    /** The logins of the store; the first time that they are to forget something, the store is away. */
    private LoginRepository failingAtFirst(AtomicInteger counter) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("purge") && counter.getAndIncrement() == 0) {
                throw new ChatException.Unavailable();
            }
            return method.invoke(store.logins(), arguments);
        };
        Class<?>[] types = {LoginRepository.class};
        return (LoginRepository) Proxy.newProxyInstance(getClass().getClassLoader(), types, handler);
    }
}
