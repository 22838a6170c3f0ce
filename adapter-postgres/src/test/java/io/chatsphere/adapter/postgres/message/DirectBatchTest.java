package io.chatsphere.adapter.postgres.message;

import static io.chatsphere.adapter.postgres.message.Drafts.judgedAt;
import static io.chatsphere.adapter.postgres.message.Drafts.plain;
import static io.chatsphere.adapter.postgres.message.Drafts.room;
import static io.chatsphere.adapter.postgres.message.Drafts.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatsphere.adapter.postgres.message.DirectBatch.Before;
import io.chatsphere.adapter.postgres.message.DirectBatch.Line;
import io.chatsphere.adapter.postgres.message.DirectBatch.Share;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.MessageDraft;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DirectBatchTest {
    @Test
    void each_room_moves_by_as_many_drafts_as_go_there_and_they_keep_their_order() {
        RoomId busy = room();
        RoomId calm = room();

        DirectBatch batch =
                new DirectBatch(List.of(plain(busy, sender()), plain(calm, sender()), plain(busy, sender())));

        assertThat(batch.shares()).extracting(Share::room, Share::size).containsExactly(pair(busy, 2), pair(calm, 1));
        assertThat(batch.lines())
                .extracting(Line::index, Line::place)
                .containsExactly(tuple(0, 1L), tuple(1, 1L), tuple(2, 2L));
    }

    @Test
    void the_drafts_of_a_room_that_were_judged_at_different_revisions_are_left_out_and_no_others() {
        RoomId changed = room();
        MessageDraft whole = plain(room(), sender());
        MessageDraft old = judgedAt(plain(changed, sender()), 1);
        MessageDraft young = judgedAt(plain(changed, sender()), 2);

        DirectBatch batch = new DirectBatch(List.of(old, whole, young));

        assertThat(batch.lines()).extracting(Line::draft).containsExactly(whole);
        assertThat(batch.shares()).extracting(Share::room).containsExactly(whole.room());
    }

    @Test
    void a_draft_becomes_the_message_at_its_place_behind_the_counters() {
        RoomId room = room();
        Line second = new DirectBatch(List.of(plain(room, sender()), plain(room, sender())))
                .lines()
                .get(1);

        assertThat(second.stored(new Before(10, 20)))
                .isEqualTo(second.draft().stored(new Position(12), new Revision(22)));
        assertThat(second.before(12, 22)).isEqualTo(new Before(10, 20));
    }

    private static Tuple pair(RoomId room, long size) {
        return tuple(room, size);
    }
}
