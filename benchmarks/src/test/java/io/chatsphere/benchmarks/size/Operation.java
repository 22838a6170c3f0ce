package io.chatsphere.benchmarks.size;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.RequestHash;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** What is asked of the store, and how much of it comes back: a comparison of different answers would prove nothing. */
enum Operation {
    HISTORY_NEWEST,
    HISTORY_OFFSET_MIDDLE,
    HISTORY_OFFSET_OLDEST,
    HISTORY_BEFORE_MIDDLE,
    HISTORY_BEFORE_OLDEST,
    HISTORY_AFTER_MIDDLE,
    HISTORY_AFTER_NOTHING,
    CONVERSATIONS,
    BADGE_OF_1000_ROOMS,
    SEND,
    RESUME_LATEST,
    RESUME_FROM_NOTHING,
    HEADS_OF_1000_ROOMS,
    CONNECT;

    /** Asks, and tells how much was answered. */
    int ask(Storage storage, Place at) {
        Chat chat = new Chat(storage);
        return switch (this) {
            case HISTORY_NEWEST -> chat.history(at, new Range.Offset(0));
            case HISTORY_OFFSET_MIDDLE -> chat.history(at, new Range.Offset(at.messages() / 2));
            case HISTORY_OFFSET_OLDEST -> chat.history(at, new Range.Offset(at.messages() - at.page()));
            case HISTORY_BEFORE_MIDDLE -> chat.history(at, new Range.Before(at.middle()));
            case HISTORY_BEFORE_OLDEST -> chat.history(at, new Range.Before(new Position(at.page() + 1L)));
            case HISTORY_AFTER_MIDDLE ->
                chat.history(at, new Range.After(new Position(at.middle().value() - 1)));
            case HISTORY_AFTER_NOTHING -> chat.history(at, new Range.After(Position.NONE));
            case CONVERSATIONS -> chat.conversations(20);
            case BADGE_OF_1000_ROOMS -> chat.badge();
            case SEND -> chat.send(at);
            case RESUME_LATEST -> chat.changes(at, -at.page());
            case RESUME_FROM_NOTHING -> chat.changes(at, 0);
            case HEADS_OF_1000_ROOMS -> chat.heads();
            case CONNECT -> chat.connect();
        };
    }

    /**
     * A room to ask about.
     *
     * @param room its number
     * @param messages how many it held at first
     * @param page how many messages make a page
     */
    record Place(int room, int messages, int page) {
        static Place of(Shape shape, boolean ofFirst) {
            int room = ofFirst ? 1 : ThreadLocalRandom.current().nextInt(Shape.ROOMS) + 1;
            return new Place(room, shape.messages(room), ofFirst ? 50 : 5);
        }

        /** With a page before it and one behind it. */
        Position middle() {
            return new Position(messages / 2 + 1);
        }
    }

    private record Chat(Storage storage) {
        int history(Place at, Range range) {
            HistoryQuery query = new HistoryQuery(Shape.room(at.room()), range, Position.NONE, true, at.page());
            return storage.messages().history(query).messages().size();
        }

        int conversations(int limit) {
            return storage.conversations()
                    .list(Shape.READER, Optional.empty(), limit)
                    .size();
        }

        /** All unread counts, in the greatest pages that REST gives. */
        int badge() {
            int rooms = 0;
            Optional<ConversationCursor> after = Optional.empty();
            do {
                List<Conversation> page = storage.conversations().list(Shape.READER, after, 100);
                rooms += page.size();
                after = page.stream()
                        .reduce((first, second) -> second)
                        .map(last -> new ConversationCursor(
                                last.updatedAt(), last.room().id()));
            } while (after.isPresent());
            return rooms;
        }

        int send(Place at) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            int sender = random.nextInt(Shape.SENDERS) + 1;
            Username name = new Username("user" + sender);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            MessageContent content = new MessageContent("text ".repeat(10 + random.nextInt(20)));
            List<Appended> appended = storage.messages()
                    .append(List.of(new MessageDraft(
                            MessageId.next(now, random),
                            Shape.room(at.room()),
                            new UserSummary(
                                    Shape.sender(sender), name, new DisplayName(name.value()), Optional.empty()),
                            content,
                            MessageType.TEXT,
                            Optional.empty(),
                            Optional.of(new ClientRequest(
                                    new ClientMessageId("c" + random.nextLong()),
                                    RequestHash.of(content, MessageType.TEXT, Optional.empty()))),
                            Revision.ZERO,
                            now)));
            return appended.getFirst() instanceof Appended.Stored ? 1 : 0;
        }

        /** A page of changes, from so far before the last one, or from the beginning. */
        int changes(Place at, int back) {
            long after = back == 0 ? 0 : heads(List.of(at.room())) + back;
            return storage.changes()
                    .since(Shape.room(at.room()), new Revision(after), at.page())
                    .changes()
                    .size();
        }

        int heads() {
            List<Integer> rooms = IntStream.rangeClosed(1, Shape.ROOMS).boxed().toList();
            return heads(rooms) > 0 ? rooms.size() : 0;
        }

        int connect() {
            return storage.changes()
                    .userState(Shape.READER)
                    .orElseThrow()
                    .memberships()
                    .size();
        }

        private long heads(List<Integer> rooms) {
            return storage.changes().heads(rooms.stream().map(Shape::room).toList()).values().stream()
                    .mapToLong(Revision::value)
                    .max()
                    .orElseThrow();
        }
    }
}
