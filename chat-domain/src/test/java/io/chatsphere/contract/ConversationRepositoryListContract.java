package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * In which order a {@link ConversationRepository} lists conversations, and in which pages. Extend it, and return the store
 * to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(ConversationRepository.class)
public abstract class ConversationRepositoryListContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void the_latest_activity_comes_first() {
        User user = chat().member();
        RoomId quiet = chat().group(user);
        RoomId busy = chat().group(user);
        RoomId direct = chat().direct(user, chat().member());
        chat().sendAt(busy, user, NOW.plusMillis(2));
        chat().sendAt(direct, user, NOW.plusMillis(1));
        assertEquals(List.of(busy, direct, quiet), rooms(list(user)));

        chat().sendAt(quiet, user, NOW.plusMillis(3));
        assertEquals(List.of(quiet, busy, direct), rooms(list(user)));
    }

    @Test
    void a_message_of_anybody_is_activity_and_a_deleted_one_still_is() {
        User user = chat().member();
        RoomId first = chat().groupOf(user, chat().member());
        RoomId second = chat().group(user);
        User other = chat().member();
        chat().sendAt(second, user, NOW.plusMillis(1));
        chat().delete(chat().sendAt(first, other, NOW.plusMillis(2)));

        assertEquals(List.of(first, second), rooms(list(user)));
    }

    @Test
    void changes_other_than_messages_are_no_activity() {
        User user = chat().member();
        RoomId first = chat().group(user);
        RoomId second = chat().group(user);
        chat().sendAt(second, user, NOW.plusMillis(2));
        chat().sendAt(first, user, NOW.plusMillis(1));

        storage().rooms().update(first, access -> new RoomAct.Describe(Fixtures.details()), NOW.plusMillis(3));
        storage().conversations().markRead(first, user.id(), Optional.empty());

        assertEquals(List.of(second, first), rooms(list(user)));
    }

    @Test
    void what_was_last_active_at_one_time_comes_by_descending_id() {
        User user = chat().member();
        RoomId high = create(UUID.fromString("ffffffff" + tail()), user);
        RoomId low = create(UUID.fromString("00000000" + tail()), user);
        RoomId middle = create(UUID.fromString("7fffffff" + tail()), user);

        assertEquals(List.of(high, middle, low), rooms(list(user)));
        assertEquals(List.of(low), rooms(behind(list(user).get(1), user, 5)));
    }

    @Test
    void pages_together_hold_every_room_once() {
        User user = chat().member();
        IntStream.range(0, 9).forEach(i -> {
            RoomId room = chat().group(user);
            chat().sendAt(room, user, NOW.plusMillis(i / 3));
        });
        List<Conversation> all = list(user);

        List<Conversation> seen = new ArrayList<>(conversations().list(user.id(), Optional.empty(), 2));
        while (seen.size() < all.size()) {
            List<Conversation> page = behind(seen.getLast(), user, 2);
            assertEquals(Math.min(2, all.size() - seen.size()), page.size());
            seen.addAll(page);
        }

        assertEquals(9, all.size());
        assertEquals(all, seen);
        assertEquals(List.of(), behind(seen.getLast(), user, 2));
    }

    @Test
    void a_cursor_is_a_place_and_needs_no_room_there() {
        User user = chat().member();
        RoomId room = chat().group(user);
        chat().sendAt(room, user, NOW);
        ConversationCursor later = new ConversationCursor(NOW.plusMillis(1), Fixtures.roomId());
        ConversationCursor earlier = new ConversationCursor(NOW.minusMillis(1), Fixtures.roomId());

        assertEquals(List.of(room), rooms(conversations().list(user.id(), Optional.of(later), 5)));
        assertEquals(List.of(), conversations().list(user.id(), Optional.of(earlier), 5));
    }

    @Test
    void a_page_with_a_cursor_leaves_out_empty_direct_rooms_too() {
        User user = chat().member();
        chat().direct(user, chat().member());
        RoomId room = chat().group(user);
        ConversationCursor later = new ConversationCursor(NOW.plusMillis(1), Fixtures.roomId());

        assertEquals(List.of(room), rooms(conversations().list(user.id(), Optional.of(later), 1)));
    }

    @Test
    void who_left_and_came_back_has_the_room_again() {
        RoomId room = chat().publicRoom();
        User user = chat().member(room);
        chat().act(room, new RoomAct.Leave(user.id()));
        assertEquals(List.of(), list(user));

        storage().rooms().join(room, user.id(), NOW);
        assertEquals(List.of(room), rooms(list(user)));
    }

    @Test
    void the_list_shows_what_finding_each_room_shows() {
        User user = chat().member(chat().publicRoom());
        User other = chat().member();
        RoomId group = chat().groupOf(user, other);
        chat().send(group, other, 3);
        chat().send(chat().direct(user, other), other, 2);
        conversations().markUnread(group, user.id(), new Position(2));

        List<Conversation> all = list(user);

        assertEquals(3, all.size());
        for (Conversation conversation : all) {
            assertEquals(
                    Optional.of(conversation),
                    conversations().find(conversation.room().id(), user.id()));
        }
    }

    private RoomId create(UUID id, User owner) {
        return chat().create(Room.group(new RoomId(id), Fixtures.details(), owner.id(), NOW));
    }

    private static String tail() {
        return UUID.randomUUID().toString().substring(8);
    }

    private List<Conversation> list(User user) {
        return conversations().list(user.id(), Optional.empty(), 100);
    }

    private List<Conversation> behind(Conversation last, User user, int limit) {
        ConversationCursor cursor =
                new ConversationCursor(last.updatedAt(), last.room().id());
        return conversations().list(user.id(), Optional.of(cursor), limit);
    }

    private static List<RoomId> rooms(List<Conversation> list) {
        return list.stream().map(conversation -> conversation.room().id()).toList();
    }

    private ConversationRepository conversations() {
        return storage().conversations();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
