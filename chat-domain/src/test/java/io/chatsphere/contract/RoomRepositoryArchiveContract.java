package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RoomRepository} closes rooms. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryArchiveContract {
    private static final int RACERS = 20;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_closed_room_says_since_when() {
        Room room = Fixtures.publicRoom();
        chat().create(room);
        Room expected = room.archived(LATER).at(new Revision(1));

        RoomUpdate update = rooms().update(room.id(), access -> new RoomAct.Archive(), LATER);

        assertEquals(new RoomUpdate(expected, Optional.of(expected), List.of()), update);
        assertEquals(expected, access(room.id()).room());
        assertEquals(List.of(new RoomChange.OfDetails(expected)), chat().changes(room.id()));
        assertTrue(rooms().listPublic(Optional.empty(), Integer.MAX_VALUE).stream()
                .noneMatch(listed -> listed.id().equals(room.id())));
    }

    @Test
    void a_room_closes_once() {
        RoomId room = chat().publicRoom();
        Room closed = chat().act(room, new RoomAct.Archive()).room();

        RoomUpdate again = rooms().update(room, access -> new RoomAct.Archive(), LATER);

        assertEquals(new RoomUpdate(closed, Optional.empty(), List.of()), again);
        assertEquals(new Revision(1), chat().revision(room));
    }

    @Test
    void nobody_joins_a_room_that_was_closed() {
        RoomId room = chat().publicRoom();
        User user = chat().member();
        chat().act(room, new RoomAct.Archive());

        assertRefused(ChatException.Forbidden.class, ErrorCode.ROOM_ARCHIVED, () -> rooms().join(room, user.id(), NOW));
    }

    @Test
    void nothing_is_sent_behind_the_end_of_a_room() {
        RoomId room = chat().publicRoom();
        User author = chat().member();

        List<Long> revisions = Race.run(
                RACERS,
                i -> i == RACERS / 2
                        ? chat().act(room, new RoomAct.Archive())
                                .room()
                                .revision()
                                .value()
                        : sendIfOpen(room, author));

        long end = revisions.get(RACERS / 2);
        assertTrue(revisions.stream().allMatch(revision -> revision <= end));
        assertEquals(new Revision(end), chat().revision(room));
    }

    /** The revision that the message was sent by; zero if the room was closed before. */
    private long sendIfOpen(RoomId room, User author) {
        MessageDraft draft = chat().draft(room, author, "quick");
        if (access(room).room().isArchived() || !access(room).revision().equals(draft.accessRevision())) {
            return 0;
        }
        Appended answer = storage().messages().append(List.of(draft)).getFirst();
        return answer instanceof Appended.Stored stored
                ? stored.message().revision().value()
                : 0;
    }

    private RoomAccess access(RoomId room) {
        return rooms().findAccess(room).orElseThrow();
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
