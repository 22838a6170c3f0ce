package io.chatsphere.bootstrap.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.load.audit.StoredRoom.Message;
import io.chatsphere.bootstrap.load.audit.StoredRoom.Unread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Message {@code n} is sent by anna, acknowledged and stored at position {@code n + 1} under the id {@code n + 100}. */
final class StoredRoomTest {
    private static final int MANY = 1_200;

    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger(findings);
    private final Stored stored = new Stored();
    private final RoomOrder order = new RoomOrder("room");
    private final StoredRoom room = new StoredRoom(order, ledger, stored, findings);

    @Test
    void all_that_was_acknowledged_is_there_once() {
        acknowledge(0, 1, 2);
        store(0, 1, 2);
        stored.check(ledger, findings);

        assertThat(faults()).isEmpty();
        assertThat(stored.count()).isEqualTo(3);
        assertThat(room.head()).isEqualTo(3);
    }

    @Test
    void an_acknowledged_message_that_is_not_there_is_found_with_the_hole_that_it_left() {
        acknowledge(0, 1, 2);
        store(0, 2);
        stored.check(ledger, findings);

        assertThat(faults()).containsExactly(Fault.NOT_STORED, Fault.POSITION_MISSING);
        assertThat(findings.all().getFirst().examples()).containsExactly("message 1, acknowledged at position 2");
    }

    @Test
    void the_last_acknowledged_message_that_is_not_there_is_found() {
        acknowledge(0, 1);
        store(0);
        stored.check(ledger, findings);

        assertThat(faults()).containsExactly(Fault.NOT_STORED);
    }

    @Test
    void an_unacknowledged_message_may_be_there_once_and_not_twice() {
        ledger.add(0, 0);
        take(1, 100, 0);
        assertThat(faults()).isEmpty();
        assertThat(stored.unacknowledged(ledger)).isOne();

        take(2, 101, 0);

        assertThat(faults()).containsExactly(Fault.STORED_TWICE);
    }

    @Test
    void an_acknowledged_message_that_is_there_twice_is_found() {
        acknowledge(0);
        store(0);
        take(2, 200, 0);

        assertThat(faults()).containsExactly(Fault.STORED_TWICE, Fault.WRONG_ACKNOWLEDGEMENT);
    }

    @Test
    void a_refused_message_that_is_there_is_found() {
        ledger.refuse(ledger.add(0, 0));
        take(1, 100, 0);

        assertThat(faults()).containsExactly(Fault.STORED_THOUGH_REFUSED);
    }

    @Test
    void an_altered_text_is_found() {
        acknowledge(0);
        room.take(new Message(1, 100, 0, false, "anna"), true);

        assertThat(faults()).containsExactly(Fault.STORED_ALTERED);
    }

    @Test
    void a_message_in_another_room_or_of_another_author_is_found() {
        acknowledge(0);
        room.take(new Message(1, 100, 0, true, "bert"), false);

        assertThat(faults()).containsExactly(Fault.STORED_ALTERED);
    }

    @Test
    void a_number_that_was_never_sent_is_found() {
        take(1, 100, 7);

        assertThat(faults()).containsExactly(Fault.STORED_ALTERED);
    }

    @Test
    void another_position_or_id_than_acknowledged_is_found() {
        ledger.acknowledge(ledger.add(0, 0), 2, 100);
        ledger.acknowledge(ledger.add(0, 0), 2, 999);
        store(0, 1);

        assertThat(findings.all())
                .singleElement()
                .satisfies(found -> assertThat(found.fault()).isEqualTo(Fault.WRONG_ACKNOWLEDGEMENT))
                .satisfies(found -> assertThat(found.count()).isEqualTo(2));
    }

    @Test
    void two_acknowledgements_that_differ_are_found_and_the_same_one_twice_is_right() {
        int number = ledger.add(0, 0);
        assertThat(ledger.acknowledge(number, 1, 100)).isTrue();
        assertThat(ledger.acknowledge(number, 1, 100)).isFalse();
        assertThat(faults()).isEmpty();

        ledger.acknowledge(number, 2, 100);

        assertThat(faults()).containsExactly(Fault.WRONG_ACKNOWLEDGEMENT);
        assertThat(ledger.acknowledged()).isOne();
    }

    @Test
    void another_message_than_was_delivered_at_that_position_is_found() {
        acknowledge(0);
        order.agrees(1, 777, 0);
        store(0);

        assertThat(faults()).containsExactly(Fault.DELIVERED_ALTERED);
    }

    @Test
    void a_strangers_message_is_no_fault() {
        take(1, 100, -1);
        stored.check(ledger, findings);

        assertThat(faults()).isEmpty();
        assertThat(stored.count()).isZero();
    }

    @Test
    void unread_is_what_lies_behind_the_mark_and_behind_ones_own_last_message() {
        acknowledge(0, 1, 2, 3);
        store(0, 1);
        room.take(new Message(3, 102, 2, true, "bert"), true);
        store(3);

        assertThat(room.unread("clara", 0)).isEqualTo(new Unread(4, false));
        assertThat(room.unread("clara", 3)).isEqualTo(new Unread(1, false));
        assertThat(room.unread("bert", 0)).isEqualTo(new Unread(1, false));
        assertThat(room.unread("anna", 2)).isEqualTo(new Unread(0, false));
    }

    @Test
    void unread_counts_to_999_and_then_says_that_there_are_more() {
        for (int position = 1; position <= MANY; position++) {
            take(position, position, -1);
        }

        assertThat(room.unread("clara", MANY - 999)).isEqualTo(new Unread(999, false));
        assertThat(room.unread("clara", MANY - 1_000)).isEqualTo(new Unread(999, true));
    }

    @Test
    void what_is_not_there_is_not_unread() {
        take(1, 1, -1);
        take(3, 3, -1);

        assertThat(room.unread("clara", 0)).isEqualTo(new Unread(2, false));
    }

    private void acknowledge(int... numbers) {
        for (int number : numbers) {
            assertThat(ledger.add(0, 0)).isEqualTo(number);
            ledger.acknowledge(number, number + 1, number + 100);
        }
    }

    private void store(int... numbers) {
        IntStream.of(numbers).forEach(number -> take(number + 1, number + 100, number));
    }

    private void take(int position, long id, int number) {
        room.take(new Message(position, id, number, true, "anna"), true);
    }

    private List<Fault> faults() {
        return findings.all().stream().map(Findings.Found::fault).toList();
    }
}
