package io.chatsphere.application.delivery;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** A store that is away whenever a test says so, and gives as few changes at once as it says. */
final class FlakyStore {
    private final Storage store;
    private final BooleanSupplier away;
    private final IntUnaryOperator page;

    FlakyStore(Storage store, BooleanSupplier away, IntUnaryOperator page) {
        this.store = store;
        this.away = away;
        this.page = page;
    }

    Storage storage() {
        return new Storage(
                store.users(), store.logins(), store.rooms(), store.messages(), new Conversations(), new Changes());
    }

    private void answer() {
        if (away.getAsBoolean()) {
            throw new ChatException.Unavailable();
        }
    }

    private final class Changes implements ChangeLog {
        @Override
        public Epoch epoch() {
            answer();
            return store.changes().epoch();
        }

        @Override
        public Map<RoomId, Revision> heads(Collection<RoomId> rooms) {
            answer();
            return store.changes().heads(rooms);
        }

        @Override
        public Map<UserId, Revision> userHeads(Collection<UserId> users) {
            answer();
            return store.changes().userHeads(users);
        }

        @Override
        public RoomChanges since(RoomId room, Revision after, int limit) {
            answer();
            return store.changes().since(room, after, page.applyAsInt(limit));
        }

        @Override
        public UserChanges userSince(UserId user, Revision after) {
            answer();
            return store.changes().userSince(user, after);
        }

        @Override
        public Optional<UserState> userState(UserId user) {
            answer();
            return store.changes().userState(user);
        }
    }

    private final class Conversations implements ConversationRepository {
        @Override
        public List<Conversation> list(UserId user, Optional<ConversationCursor> after, int limit) {
            answer();
            return store.conversations().list(user, after, limit);
        }

        @Override
        public Optional<Conversation> find(RoomId room, UserId user) {
            answer();
            return store.conversations().find(room, user);
        }

        @Override
        public Optional<RoomPreferences> markRead(RoomId room, UserId user, Optional<Position> position) {
            answer();
            return store.conversations().markRead(room, user, position);
        }

        @Override
        public Optional<RoomPreferences> markUnread(RoomId room, UserId user, Position position) {
            answer();
            return store.conversations().markUnread(room, user, position);
        }
    }
}
