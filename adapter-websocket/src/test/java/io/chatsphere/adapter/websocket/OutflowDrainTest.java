package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When there is room again. */
class OutflowDrainTest {
    private final RecordingSink sink = new RecordingSink();
    private final List<String> ran = new ArrayList<>();

    private static Outflow outflow(RecordingSink sink, int frames, int bytes) {
        return new Outflow(sink, new WebSocketSettings.Outgoing(frames, bytes));
    }

    private static void add(Outflow outflow, int frames, int size) {
        for (int i = 0; i < frames; i++) {
            assertThat(outflow.add(ByteBuffer.allocate(size))).isTrue();
        }
    }

    @Test
    void with_less_than_half_waiting_a_step_runs_at_once() {
        Outflow outflow = outflow(sink, 8, 1_000);
        add(outflow, 3, 1);
        outflow.whenDrained(() -> ran.add("now"));
        assertThat(ran).containsExactly("now");
        assertThat(sink.sent).isEmpty();
    }

    @Test
    void the_smallest_way_that_there_can_be_is_drained_when_it_is_empty() {
        Outflow outflow = outflow(sink, 1, 1);
        outflow.whenDrained(() -> ran.add("empty"));
        add(outflow, 1, 1);
        outflow.whenDrained(() -> ran.add("written"));
        assertThat(ran).containsExactly("empty");
        outflow.written();
        assertThat(ran).containsExactly("empty", "written");
    }

    @Test
    void with_half_of_the_frames_waiting_it_runs_once_they_are_written_though_nobody_flushes_them() {
        Outflow outflow = outflow(sink, 8, 1_000);
        add(outflow, 4, 1);
        outflow.whenDrained(() -> ran.add("later"));
        assertThat(ran).isEmpty();
        assertThat(sink.sent).hasSize(4);
        outflow.written();
        outflow.written();
        assertThat(ran).containsExactly("later");
    }

    @Test
    void with_half_of_the_bytes_waiting_it_runs_once_writing_has_brought_them_under_half() {
        Outflow outflow = outflow(sink, 100, 400_000);
        add(outflow, 30, 10_000);
        outflow.whenDrained(() -> ran.add("later"));
        outflow.written();
        assertThat(ran).isEmpty();
        outflow.written();
        assertThat(ran).containsExactly("later");
        assertThat(sink.sent).as("and the rest is still to be written").hasSizeLessThan(30);
    }

    @Test
    void what_a_step_adds_goes_behind_what_waits() {
        sink.lastSent = () -> {};
        Outflow outflow = outflow(sink, 4, 1_000);
        add(outflow, 2, 1);
        outflow.whenDrained(() -> {
            add(outflow, 1, 3);
            outflow.flush();
        });
        outflow.written();
        assertThat(sink.sent).hasSize(3);
        assertThat(sink.sent.getLast()).isEqualTo("\0\0\0.");
    }

    @Test
    void a_step_that_asks_again_waits_again() {
        Outflow outflow = outflow(sink, 4, 1_000);
        add(outflow, 2, 1);
        Runnable[] page = new Runnable[1];
        page[0] = () -> {
            ran.add("page");
            add(outflow, 2, 1);
            outflow.whenDrained(page[0]);
        };
        outflow.whenDrained(page[0]);
        for (int i = 1; i <= 5; i++) {
            outflow.written();
            assertThat(ran).hasSize(i);
        }
    }

    @Test
    void behind_the_end_nothing_runs() {
        for (CloseReason reason : List.of(CloseReason.TOO_SLOW, CloseReason.REPLACED)) {
            Outflow closed = outflow(sink, 2, 1_000);
            add(closed, 1, 1);
            closed.whenDrained(() -> ran.add("before"));
            closed.close(reason);
            closed.whenDrained(() -> ran.add("after"));
            closed.written();
        }
        Outflow lost = outflow(sink, 2, 1_000);
        add(lost, 1, 1);
        lost.whenDrained(() -> ran.add("before"));
        lost.lost();
        lost.written();
        lost.whenDrained(() -> ran.add("after"));
        assertThat(ran).isEmpty();
    }

    @Test
    void much_that_waits_is_written_in_runs_so_that_what_has_arrived_is_known_soon() {
        Outflow outflow = outflow(sink, 100, 1_000_000);
        add(outflow, 20, 10_000);
        outflow.flush();
        assertThat(sink.sent).hasSize(6);
        outflow.written();
        assertThat(sink.sent).hasSize(12);
        add(outflow, 1, 200_000);
        outflow.written();
        outflow.written();
        assertThat(sink.sent).hasSize(20);
        outflow.written();
        assertThat(sink.sent).hasSize(21);
    }
}
