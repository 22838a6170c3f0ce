package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ChangeLog} tells changes of rows that changed before: each row once, as it is now, where it last changed.
 * Extend it, and return the store to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(ChangeLog.class)
public abstract class ChangeLogRowsContract {
    private static final int WRITERS = 6;
    private static final int ACTS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_edited_message_is_told_where_it_was_edited() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 3);
        Message edited = edit(sent.get(1), "edited");

        assertEquals(stretch(4, true, sent.get(0), sent.get(2), edited), since(room, 0, 10));
        assertEquals(stretch(4, true, edited), since(room, 3, 10));
    }

    @Test
    void a_deleted_message_is_told_as_such() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 2);
        edit(sent.get(0), "edited");
        Message deleted = chat().delete(sent.get(0));

        assertEquals(stretch(4, true, sent.get(1), deleted), since(room, 0, 10));
        assertEquals(stretch(4, true, deleted), since(room, 3, 10));
    }

    @Test
    void pages_follow_the_rows_and_not_the_revisions() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 4);
        Message edited = edit(sent.get(0), "edited");

        assertEquals(stretch(3, false, sent.get(1), sent.get(2)), since(room, 0, 2));
        assertEquals(stretch(5, true, sent.get(3), edited), since(room, 3, 2));
    }

    @Test
    void who_read_a_message_before_gets_it_again_after_its_edit() {
        RoomId room = chat().publicRoom();
        Message sent = chat().send(room, chat().member(), "first");
        Revision cursor = since(room, 0, 10).upTo();
        Message edited = edit(sent, "edited");

        assertEquals(stretch(2, true, edited), changes().since(room, cursor, 10));
    }

    @Test
    void all_kinds_of_changes_come_in_the_order_of_their_revisions_in_pages_of_any_size() {
        User owner = chat().member();
        User guest = chat().member();
        RoomId group = chat().group(owner);
        chat().send(group, owner, 1);
        chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));
        Room described =
                chat().act(group, new RoomAct.Describe(Fixtures.details())).room();
        Message last = chat().send(group, guest, "last");
        chat().act(group, new RoomAct.SetRole(guest.id(), RoomRole.MODERATOR));
        List<RoomChange> all = chat().changes(group);

        assertEquals(
                List.of(1L, 3L, 4L, 5L),
                all.stream().map(change -> change.revision().value()).toList());
        assertEquals(new RoomChange.OfDetails(described), all.get(1));
        assertEquals(new RoomChange.OfMessage(last), all.get(2));
        assertEquals(new RoomChange.OfMembership(chat().membership(group, guest), guest.summary()), all.get(3));
        for (int limit = 1; limit <= 5; limit++) {
            assertEquals(all, readAll(group, limit));
        }
    }

    @Test
    void authors_and_members_are_told_as_they_are_now() {
        User owner = chat().member();
        User guest = chat().member();
        RoomId group = chat().group(owner);
        chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER));
        Message sent = chat().send(group, guest, "hello");
        User renamed = storage()
                .users()
                .update(guest.id(), old -> old.withProfile(new DisplayName("New"), old.avatarUrl(), old.bio()))
                .user();

        assertEquals(
                List.of(
                        new RoomChange.OfMembership(chat().membership(group, guest), renamed.summary()),
                        new RoomChange.OfMessage(
                                storage().messages().find(sent.id()).orElseThrow())),
                chat().changes(group));
        assertEquals(
                renamed.summary(),
                storage().messages().find(sent.id()).orElseThrow().author());
    }

    @Test
    void a_reader_beside_writers_ends_with_every_row_as_it_is() {
        long seed = ThreadLocalRandom.current().nextLong();
        User owner = chat().member();
        RoomId group = chat().group(owner);
        List<Message> messages = chat().send(group, owner, 5);
        List<User> guests = List.of(chat().member(), chat().member());
        long total = 5L + WRITERS * ACTS;

        List<Map<Object, RoomChange>> seen = Race.run(
                WRITERS + 2,
                i -> i < WRITERS
                        ? write(group, messages, guests, new Random(seed + i))
                        : fold(group, total, i == WRITERS ? 1 : 4));

        Map<Object, RoomChange> expected = new HashMap<>();
        chat().changes(group).forEach(change -> expected.put(rowOf(change), change));
        assertEquals(new Revision(total), chat().revision(group));
        assertEquals(expected, seen.get(WRITERS), "seed " + seed);
        assertEquals(expected, seen.get(WRITERS + 1), "seed " + seed);
    }

    /** Makes changes, each of exactly one row. */
    private Map<Object, RoomChange> write(RoomId group, List<Message> messages, List<User> guests, Random random) {
        for (int i = 0; i < ACTS; i++) {
            Message message = messages.get(random.nextInt(messages.size()));
            User guest = guests.get(random.nextInt(guests.size()));
            switch (random.nextInt(3)) {
                case 0 -> edit(message, Fixtures.unique());
                case 1 -> chat().act(group, new RoomAct.Describe(Fixtures.details()));
                default -> storage().rooms().update(group, access -> toggle(access.roles(), guest), NOW);
            }
        }
        return Map.of();
    }

    private static RoomAct toggle(Map<UserId, RoomRole> roles, User guest) {
        return roles.containsKey(guest.id())
                ? new RoomAct.Remove(guest.id())
                : new RoomAct.Admit(guest.id(), RoomRole.MEMBER);
    }

    /** Reads page after page, as a repairing feed does, and keeps what it learnt last of each row. */
    private Map<Object, RoomChange> fold(RoomId group, long total, int limit) {
        Map<Object, RoomChange> rows = new HashMap<>();
        Revision cursor = Revision.ZERO;
        while (cursor.value() < total) {
            RoomChanges page = changes().since(group, cursor, limit);
            page.changes().forEach(change -> rows.put(rowOf(change), change));
            cursor = page.upTo();
        }
        return rows;
    }

    private List<RoomChange> readAll(RoomId room, int limit) {
        List<RoomChange> all = new ArrayList<>();
        RoomChanges page = since(room, 0, limit);
        all.addAll(page.changes());
        while (!page.complete()) {
            page = changes().since(room, page.upTo(), limit);
            all.addAll(page.changes());
        }
        assertEquals(chat().revision(room), page.upTo());
        return all;
    }

    private static Object rowOf(RoomChange change) {
        return switch (change) {
            case RoomChange.OfMessage sent -> sent.message().id();
            case RoomChange.OfMembership member -> member.membership().user();
            case RoomChange.OfDetails details -> details.room();
        };
    }

    private Message edit(Message message, String text) {
        return storage()
                .messages()
                .update(message.id(), (access, old) -> old.edited(new MessageContent(text), NOW))
                .message();
    }

    private static RoomChanges stretch(long upTo, boolean complete, Message... messages) {
        List<RoomChange> changes = List.of(messages).stream()
                .<RoomChange>map(RoomChange.OfMessage::new)
                .toList();
        return new RoomChanges(changes, new Revision(upTo), complete);
    }

    private RoomChanges since(RoomId room, long after, int limit) {
        return changes().since(room, new Revision(after), limit);
    }

    private ChangeLog changes() {
        return storage().changes();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
