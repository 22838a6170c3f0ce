package io.chatsphere.adapter.redis.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BusCodecTest {
    private static final int SEEDS = 1_000;

    private final BusCodec here = new BusCodec(UUID.randomUUID());
    private final BusCodec there = new BusCodec(UUID.randomUUID());

    @Test
    void every_message_is_read_as_it_was_written() throws UnreadableMessageException {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            BusMessage message = new Samples(seed).message();
            note(seen, message);

            assertThat(there.decode(here.encode(message))).as("seed %d", seed).contains(message);
        }

        assertThat(seen).contains(RoomChange.class.getPermittedSubclasses());
        assertThat(seen).contains(UserChange.class.getPermittedSubclasses());
        assertThat(seen).contains(Signal.class.getPermittedSubclasses());
    }

    @Test
    void a_node_does_not_read_its_own() throws UnreadableMessageException {
        assertThat(here.decode(here.encode(new Samples(1).message()))).isEmpty();
    }

    @Test
    void another_version_is_refused_whatever_follows() {
        byte[] form = here.encode(new Samples(1).message());
        form[0] = BusCodec.VERSION + 1;

        assertThatThrownBy(() -> there.decode(form))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage("version 2 instead of 1");
    }

    @Test
    void what_is_cut_off_is_refused() {
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] form = here.encode(new Samples(seed).message());
            byte[] cut = Arrays.copyOf(form, new Random(seed).nextInt(form.length));

            assertThatThrownBy(() -> there.decode(cut))
                    .as("seed %d", seed)
                    .isInstanceOf(UnreadableMessageException.class);
        }
    }

    @Test
    void what_is_damaged_is_read_or_refused_and_nothing_else() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] form = here.encode(new Samples(seed).message());
            for (int i = 0; i < 3; i++) {
                form[random.nextInt(form.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(there.decode(form)).isNotNull();
            } catch (UnreadableMessageException e) {
                assertThat(e).hasMessageMatching("[\\w -]+");
            }
        }
    }

    private static void note(Set<Class<?>> seen, BusMessage message) {
        switch (message) {
            case BusMessage.OfRoom(var changes) -> changes.forEach(change -> seen.add(change.getClass()));
            case BusMessage.OfUser(var change) -> seen.add(change.getClass());
            case BusMessage.OfSignal(var signal) -> seen.add(signal.getClass());
        }
    }
}
