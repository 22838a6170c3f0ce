package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ConversationRepository} shows a room to one of its members. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ConversationRepository.class)
public abstract class ConversationRepositoryContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_room_without_messages_is_there_since_it_was_made() {
        User owner = chat().member();
        Room room = Fixtures.group(owner.id());
        chat().create(room);

        Conversation expected = new Conversation(
                room,
                Optional.empty(),
                Optional.empty(),
                Position.NONE,
                Position.NONE,
                0,
                unset(room.id(), owner, 0),
                NOW,
                Revision.ZERO);
        assertEquals(Optional.of(expected), find(room.id(), owner));
    }

    @Test
    void a_room_comes_with_its_last_message_marks_and_revision() {
        Room room = Fixtures.publicRoom();
        chat().create(room);
        User author = chat().member();
        chat().send(room.id(), author, 2);
        User member = chat().member(room.id());
        chat().send(room.id(), author, 1);
        Message last = chat().sendAt(room.id(), author, NOW.plusMillis(9));

        Conversation expected = new Conversation(
                room,
                Optional.empty(),
                Optional.of(last),
                new Position(4),
                new Position(2),
                2,
                unset(room.id(), member, 2),
                NOW.plusMillis(9),
                new Revision(4));
        assertEquals(Optional.of(expected), find(room.id(), member));
        assertEquals(List.of(expected), conversations().list(member.id(), Optional.empty(), 10));
    }

    @Test
    void each_side_of_a_direct_room_sees_the_other() {
        User one = chat().member();
        User other = chat().member();
        RoomId direct = chat().direct(one, other);
        Message sent = chat().send(direct, one, "hello");

        assertEquals(
                Optional.of(other.summary()), find(direct, one).orElseThrow().other());
        assertEquals(
                Optional.of(one.summary()), find(direct, other).orElseThrow().other());
        assertEquals(Optional.of(sent), find(direct, other).orElseThrow().lastMessage());
        assertEquals(0, find(direct, one).orElseThrow().unread());
        assertEquals(1, find(direct, other).orElseThrow().unread());
    }

    @Test
    void a_direct_room_without_a_message_is_found_and_not_listed() {
        User one = chat().member();
        User other = chat().member();
        RoomId direct = chat().direct(one, other);

        assertTrue(find(direct, one).isPresent());
        assertEquals(List.of(), conversations().list(one.id(), Optional.empty(), 10));

        chat().send(direct, other, "hello");
        assertEquals(1, conversations().list(one.id(), Optional.empty(), 10).size());
    }

    @Test
    void who_is_no_member_has_no_conversation() {
        RoomId room = chat().publicRoom();
        User former = chat().member(room);
        chat().act(room, new RoomAct.Leave(former.id()));

        assertEquals(Optional.empty(), find(room, former));
        assertEquals(Optional.empty(), find(room, chat().member()));
        assertEquals(Optional.empty(), find(Fixtures.roomId(), former));
        assertEquals(Optional.empty(), conversations().find(room, Fixtures.userId()));
        assertEquals(List.of(), conversations().list(former.id(), Optional.empty(), 10));
        assertEquals(List.of(), conversations().list(Fixtures.userId(), Optional.empty(), 10));
    }

    @Test
    void a_closed_room_is_listed_and_says_so() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        Room closed = chat().act(group, new RoomAct.Archive()).room();

        Conversation conversation = find(group, owner).orElseThrow();

        assertEquals(closed, conversation.room());
        assertEquals(List.of(conversation), conversations().list(owner.id(), Optional.empty(), 10));
    }

    @Test
    void the_last_message_is_the_last_one_that_is_not_deleted() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        List<Message> sent = chat().send(group, owner, 3);
        chat().delete(sent.get(2));
        chat().delete(sent.get(1));

        Conversation conversation = find(group, owner).orElseThrow();

        assertEquals(Optional.of(sent.get(0)), conversation.lastMessage());
        assertEquals(new Position(3), conversation.lastPosition());
        assertEquals(new Revision(5), conversation.revision());
    }

    @Test
    void where_all_messages_are_deleted_there_is_no_last_one() {
        User one = chat().member();
        User other = chat().member();
        RoomId direct = chat().direct(one, other);
        chat().delete(chat().sendAt(direct, one, NOW.plusMillis(5)));

        Conversation conversation = find(direct, other).orElseThrow();

        assertEquals(Optional.empty(), conversation.lastMessage());
        assertEquals(NOW.plusMillis(5), conversation.updatedAt());
        assertEquals(0, conversation.unread());
        assertEquals(List.of(conversation), conversations().list(other.id(), Optional.empty(), 10));
    }

    @Test
    void the_last_message_and_its_author_are_shown_as_they_are_now() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        Message sent = chat().send(group, owner, "first");
        storage().messages().update(sent.id(), (access, old) -> old.edited(new MessageContent("edited"), NOW));
        storage()
                .users()
                .update(owner.id(), old -> old.withProfile(new DisplayName("New"), old.avatarUrl(), old.bio()));

        assertEquals(
                storage().messages().find(sent.id()),
                find(group, owner).orElseThrow().lastMessage());
        assertEquals(
                new DisplayName("New"),
                find(group, owner)
                        .orElseThrow()
                        .lastMessage()
                        .orElseThrow()
                        .author()
                        .displayName());
    }

    @Test
    void what_was_sent_before_joining_is_not_shown_where_it_may_not_be_read() {
        User owner = chat().member();
        RoomId group = chat().create(Fixtures.joinedOnly(Fixtures.group(owner.id())));
        chat().send(group, owner, 2);
        User guest = chat().member();
        chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));
        assertEquals(Optional.empty(), find(group, guest).orElseThrow().lastMessage());
        assertEquals(0, find(group, guest).orElseThrow().unread());
        assertTrue(find(group, owner).orElseThrow().lastMessage().isPresent());

        Message visible = chat().send(group, owner, "visible");
        assertEquals(Optional.of(visible), find(group, guest).orElseThrow().lastMessage());

        chat().delete(visible);
        assertEquals(Optional.empty(), find(group, guest).orElseThrow().lastMessage());
    }

    @Test
    void what_was_sent_before_joining_is_shown_where_everything_may_be_read() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        Message sent = chat().send(group, owner, "before");
        User guest = chat().member();
        chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));

        Conversation conversation = find(group, guest).orElseThrow();

        assertEquals(Optional.of(sent), conversation.lastMessage());
        assertEquals(new Position(1), conversation.readPosition());
        assertEquals(0, conversation.unread());
    }

    private static RoomPreferences unset(RoomId room, User user, long joined) {
        return new RoomPreferences(
                room, user.id(), new Position(joined), Position.NONE, false, false, false, Revision.ZERO);
    }

    private Optional<Conversation> find(RoomId room, User user) {
        return conversations().find(room, user.id());
    }

    private ConversationRepository conversations() {
        return storage().conversations();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
