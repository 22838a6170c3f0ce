package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.delivery.EndReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutflowTest {
    private final RecordingSink sink = new RecordingSink();
    private final Outflow outflow = new Outflow(sink, new WebSocketSettings.Outgoing(4, 100));

    private boolean add(String text) {
        return outflow.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothing_is_sent_before_the_flush_and_then_all_in_one_run() {
        add("a");
        add("b");
        add("c");
        assertThat(sink.sent).isEmpty();
        outflow.flush();
        assertThat(sink.sent).containsExactly("a+", "b+", "c.");
    }

    @Test
    void while_a_run_is_on_its_way_the_next_one_gathers() {
        add("a");
        outflow.flush();
        add("b");
        outflow.flush();
        add("c");
        outflow.flush();
        assertThat(sink.sent).containsExactly("a.");
        outflow.written();
        assertThat(sink.sent).containsExactly("a.", "b+", "c.");
        outflow.written();
        add("d");
        outflow.flush();
        assertThat(sink.sent).endsWith("d.");
    }

    @Test
    void runs_that_are_written_at_once_follow_each_other_without_recursion() {
        int[] runs = {0};
        sink.lastSent = () -> {
            if (runs[0]++ < 100_000) {
                add("x");
            }
            outflow.written();
        };
        add("x");
        outflow.flush();
        assertThat(sink.sent).hasSize(100_001);
    }

    @Test
    void it_is_full_at_so_many_frames_counting_those_on_their_way() {
        add("a");
        outflow.flush();
        assertThat(List.of(add("b"), add("c"), add("d"), add("e"))).containsExactly(true, true, true, false);
        outflow.written();
        assertThat(List.of(add("e"), add("f"))).containsExactly(true, false);
        outflow.written();
        assertThat(List.of(add("f"), add("g"), add("h"), add("i"))).containsExactly(true, true, true, false);
    }

    @Test
    void it_is_full_at_so_many_bytes() {
        assertThat(List.of(add("x".repeat(60)), add("x".repeat(41)), add("x".repeat(40)), add("x")))
                .containsExactly(true, false, true, false);
        outflow.flush();
        outflow.written();
        assertThat(add("x".repeat(100))).isTrue();
    }

    @Test
    void what_waits_is_sent_before_the_end() {
        add("a");
        outflow.flush();
        add("b");
        outflow.close(CloseReason.of(EndReason.REPLACED));
        assertThat(add("c")).isTrue();
        assertThat(sink.closed).isEmpty();
        outflow.written();
        assertThat(sink.sent).containsExactly("a.", "b.");
        assertThat(sink.closed).isEmpty();
        outflow.written();
        outflow.close(CloseReason.of(EndReason.STOPPING));
        outflow.flush();
        assertThat(sink.closed).containsExactly(CloseReason.REPLACED);
        assertThat(sink.sent).hasSize(2);
    }

    @Test
    void what_waits_unflushed_is_sent_before_the_end_too() {
        add("a");
        sink.lastSent = outflow::written;
        outflow.close(CloseReason.of(EndReason.STOPPING));
        assertThat(sink.sent).containsExactly("a.");
        assertThat(sink.closed).containsExactly(CloseReason.RESTARTING);
    }

    @Test
    void who_is_too_slow_is_closed_at_once() {
        add("a");
        outflow.flush();
        add("b");
        outflow.close(CloseReason.of(EndReason.TOO_SLOW));
        assertThat(sink.closed).containsExactly(CloseReason.TOO_SLOW);
        outflow.written();
        assertThat(sink.sent).containsExactly("a.");
        assertThat(sink.closed).hasSize(1);
    }

    @Test
    void a_lost_connection_takes_and_sends_nothing() {
        add("a");
        outflow.lost();
        add("b");
        outflow.flush();
        outflow.close(CloseReason.of(EndReason.STOPPING));
        assertThat(sink.sent).isEmpty();
        assertThat(sink.closed).isEmpty();
    }
}
