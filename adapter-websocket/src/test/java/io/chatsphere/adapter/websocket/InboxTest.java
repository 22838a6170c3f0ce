package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxTest {
    private int workers;
    private int demands;
    private final Inbox inbox = new Inbox(3, () -> workers++, () -> demands++);

    @Test
    void what_arrives_while_one_works_is_taken_together_by_the_next() {
        inbox.add("a");
        assertThat(inbox.take()).containsExactly("a");
        inbox.add("b");
        inbox.add("c");
        assertThat(workers).isEqualTo(1);
        inbox.next();
        assertThat(workers).isEqualTo(2);
        assertThat(inbox.take()).containsExactly("b", "c");
        inbox.next();
        assertThat(workers).isEqualTo(2);
        inbox.add("d");
        assertThat(workers).isEqualTo(3);
    }

    @Test
    void a_worker_that_found_nothing_is_over() {
        inbox.open();
        assertThat(inbox.take()).isEmpty();
        inbox.add("a");
        assertThat(workers).isEqualTo(2);
    }

    @Test
    void it_is_idle_when_what_was_taken_is_handled_also_when_it_was_closed_meanwhile() {
        assertThat(inbox.isIdle()).isTrue();
        inbox.add("a");
        assertThat(inbox.isIdle()).isFalse();
        inbox.take();
        inbox.add("b");
        inbox.close();
        assertThat(inbox.isIdle()).isFalse();
        inbox.next();
        assertThat(inbox.isIdle()).isTrue();
        assertThat(workers).isEqualTo(1);
    }

    @Test
    void nothing_more_is_read_while_it_is_full() {
        inbox.add("a");
        inbox.add("b");
        assertThat(demands).isEqualTo(2);
        inbox.add("c");
        assertThat(demands).isEqualTo(2);
        assertThat(inbox.take()).hasSize(3);
        assertThat(demands).isEqualTo(3);
        assertThat(inbox.take()).isEmpty();
        assertThat(demands).isEqualTo(3);
    }

    @Test
    void it_is_full_when_messages_are_long_however_few_they_are() {
        inbox.add("x".repeat(300_000));
        assertThat(demands).isZero();
        assertThat(workers).isEqualTo(1);
        inbox.take();
        assertThat(demands).isEqualTo(1);
    }

    @Test
    void messages_wait_for_the_worker_that_opened_it() {
        inbox.open();
        inbox.add("a");
        assertThat(workers).isEqualTo(1);
        assertThat(inbox.take()).containsExactly("a");
    }

    @Test
    void once_closed_it_takes_nothing_and_the_connection_is_read_on() {
        inbox.add("a");
        inbox.add("b");
        inbox.add("c");
        inbox.close();
        assertThat(demands).isEqualTo(3);
        inbox.add("d");
        assertThat(demands).isEqualTo(4);
        assertThat(inbox.take()).isEmpty();
        assertThat(workers).isEqualTo(1);
    }
}
