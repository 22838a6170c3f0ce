package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ConversationRepository} counts what is unread. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ConversationRepository.class)
public abstract class ConversationRepositoryUnreadContract {
    private static final int STEPS = 120;
    private static final int RACERS = 8;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void what_others_send_is_unread_and_what_one_sends_is_not() {
        RoomId room = chat().publicRoom();
        User one = chat().member(room);
        User other = chat().member(room);

        chat().send(room, other, 3);
        assertUnread(3, room, one);
        assertUnread(0, room, other);

        chat().send(room, one, 1);
        assertUnread(0, room, one);
        assertUnread(1, room, other);
    }

    @Test
    void silent_members_count_too() {
        RoomId room = chat().publicRoom();
        List<User> silent = Stream.generate(() -> chat().member(room)).limit(3).toList();
        chat().send(room, chat().member(), 2);

        silent.forEach(user -> assertUnread(2, room, user));
    }

    @Test
    void a_deleted_message_is_not_unread() {
        RoomId room = chat().publicRoom();
        User reader = chat().member(room);
        List<Message> sent = chat().send(room, chat().member(), 4);

        chat().delete(sent.get(3));
        chat().delete(sent.get(1));

        assertUnread(2, room, reader);
    }

    @Test
    void an_own_message_that_was_deleted_still_tells_that_one_had_read() {
        RoomId room = chat().publicRoom();
        User reader = chat().member(room);
        chat().send(room, chat().member(), 2);

        chat().delete(chat().send(room, reader, "seen"));

        assertUnread(0, room, reader);
    }

    @Test
    void an_edited_message_stays_as_unread_as_it_was() {
        RoomId room = chat().publicRoom();
        User reader = chat().member(room);
        Message sent = chat().send(room, chat().member(), "first");
        storage()
                .messages()
                .update(sent.id(), (access, old) -> old.edited(old.content().orElseThrow(), NOW));

        assertUnread(1, room, reader);
        storage().conversations().markRead(room, reader.id(), Optional.empty());
        assertUnread(0, room, reader);
    }

    @Test
    void up_to_999_is_counted_exactly_and_beyond_that_as_one_more() {
        RoomId room = chat().publicRoom();
        User reader = chat().member(room);
        User author = chat().member();
        List<Message> sent = chat().send(room, author, Conversation.MAX_UNREAD);
        assertUnread(999, room, reader);

        chat().send(room, author, 1);
        assertUnread(1000, room, reader);

        chat().send(room, author, 4);
        assertUnread(1000, room, reader);

        sent.subList(100, 105).forEach(message -> chat().delete(message));
        assertUnread(999, room, reader);
    }

    @Test
    void unread_is_a_recount_of_the_log_whatever_happens() {
        long seed = ThreadLocalRandom.current().nextLong();
        Random random = new Random(seed);
        RoomId room = chat().publicRoom();
        List<User> members = Stream.generate(() -> chat().member(room)).limit(3).toList();
        List<ReadModel> models =
                Stream.generate(ReadModel::new).limit(members.size()).toList();

        for (int step = 0; step < STEPS; step++) {
            int who = random.nextInt(members.size());
            act(room, members.get(who), models.get(who), random);
            for (int i = 0; i < members.size(); i++) {
                Conversation conversation = find(room, members.get(i));
                String hint = "seed " + seed + ", step " + step + ", member " + i;
                assertEquals(models.get(i).mark(), conversation.readPosition().value(), hint);
                assertEquals(recount(conversation), conversation.unread(), hint);
            }
        }
    }

    @Test
    void unread_is_a_recount_of_the_log_after_everything_at_once() {
        long seed = ThreadLocalRandom.current().nextLong();
        RoomId room = chat().publicRoom();
        List<User> members = Stream.generate(() -> chat().member(room)).limit(3).toList();

        Race.run(RACERS, racer -> {
            Random random = new Random(seed + racer);
            for (int i = 0; i < 15; i++) {
                act(room, members.get(random.nextInt(members.size())), new ReadModel(), random);
            }
            return racer;
        });

        for (User member : members) {
            storage().rooms().join(room, member.id(), NOW);
            Conversation conversation = find(room, member);
            assertEquals(recount(conversation), conversation.unread(), "seed " + seed);
        }
    }

    /** What the effective read mark of one member must be, by its definition. */
    private static final class ReadModel {
        private long joined;
        private long read;
        private long floor;
        private long own;

        long mark() {
            return Math.max(joined, Math.max(read, own > floor ? own : 0));
        }
    }

    /** Does one random thing, and the same to the model. */
    private void act(RoomId room, User user, ReadModel model, Random random) {
        long last = last(room);
        long position = random.nextLong(last + 3);
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 ->
                model.own = chat().send(room, user, 1 + random.nextInt(3))
                        .getLast()
                        .position()
                        .value();
            case 4, 5 -> delete(room, position);
            case 6 -> {
                boolean moved = Math.min(position, last) > model.mark();
                storage().conversations().markRead(room, user.id(), Optional.of(new Position(position)));
                model.read = moved ? Math.min(position, last) : model.read;
            }
            case 7 -> {
                boolean there = position > model.joined && position <= last;
                storage().conversations().markUnread(room, user.id(), new Position(position));
                model.read = there ? position - 1 : model.read;
                model.floor = there ? last : model.floor;
            }
            default -> {
                chat().act(room, new RoomAct.Leave(user.id()));
                storage().rooms().join(room, user.id(), NOW);
                model.joined = last;
                model.read = last;
            }
        }
    }

    private void delete(RoomId room, long position) {
        page(room, new HistoryQuery.Range.After(new Position(position)), 1).messages().stream()
                .findFirst()
                .ifPresent(message -> storage()
                        .messages()
                        .update(message.id(), (access, old) -> old.isDeleted() ? old : old.deleted(NOW)));
    }

    /** Counts the visible messages behind the mark, by reading them all. */
    private int recount(Conversation conversation) {
        RoomId room = conversation.room().id();
        Position from = conversation.readPosition();
        int counted = 0;
        while (true) {
            HistoryPage page = page(room, new HistoryQuery.Range.After(from), HistoryQuery.MAX_LIMIT);
            counted += page.messages().size();
            if (!page.hasMore()) {
                return counted;
            }
            from = page.messages().getLast().position();
        }
    }

    private long last(RoomId room) {
        HistoryQuery.Range end = new HistoryQuery.Range.Offset(0);
        return storage().messages().history(new HistoryQuery(room, end, Position.NONE, true, 1)).messages().stream()
                .mapToLong(message -> message.position().value())
                .sum();
    }

    private HistoryPage page(RoomId room, HistoryQuery.Range range, int limit) {
        return storage().messages().history(new HistoryQuery(room, range, Position.NONE, false, limit));
    }

    private void assertUnread(int expected, RoomId room, User user) {
        assertEquals(expected, find(room, user).unread());
    }

    private Conversation find(RoomId room, User user) {
        return storage().conversations().find(room, user.id()).orElseThrow();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
