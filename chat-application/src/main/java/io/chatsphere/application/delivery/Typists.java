package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Who is writing where through this node. It ends when they stop, send a message there, fall silent for six seconds or are no
 * longer connected here; each end is shown, so that no client has to guess. Thread-safe: what one user does is shown in order.
 */
final class Typists {
    static final Duration SILENCE = Duration.ofSeconds(6);

    /** So long a repeat only prolongs. */
    static final Duration REPEAT = Duration.ofSeconds(2);

    private final Later later;
    private final Map<UserId, Map<RoomAddress, Typing>> typing = new ConcurrentHashMap<>();

    /** Guarded by the entry of its user. */
    private static final class Typing {
        final Consumer<Signal> channel;
        UserSummary user;
        long prolonged;
        boolean recent;

        Typing(UserSummary user, Consumer<Signal> channel) {
            this.user = user;
            this.channel = channel;
        }

        void show(boolean isTyping) {
            channel.accept(new Signal.Typing(user, isTyping));
        }
    }

    Typists(Later later) {
        this.later = later;
    }

    /** Goes on without showing it again; false if it is to be shown, by {@link #begin}. */
    boolean prolong(UserId user, RoomAddress chat) {
        boolean[] prolonged = new boolean[1];
        change(
                user,
                chats -> find(chats, chat).filter(known -> known.recent).ifPresent(known -> {
                    prolonged[0] = true;
                    expect(user, chat, known);
                }));
        return prolonged[0];
    }

    /**
     * Shows that the user writes in the chat.
     *
     * @param channel carries signals to whom it concerns; it must not block
     */
    void begin(UserSummary user, RoomAddress chat, Consumer<Signal> channel) {
        typing.compute(user.id(), (id, known) -> {
            Map<RoomAddress, Typing> chats = known == null ? new HashMap<>() : known;
            Typing one = chats.computeIfAbsent(chat, address -> new Typing(user, channel));
            one.user = user;
            one.recent = true;
            one.show(true);
            expect(id, chat, one);
            later.after(
                    REPEAT,
                    () -> change(
                            id,
                            now -> find(now, chat).filter(same -> same == one).ifPresent(same -> same.recent = false)));
            return chats;
        });
    }

    /** The user has stopped; false if they were not writing there. */
    boolean end(UserId user, RoomAddress chat) {
        boolean[] ended = new boolean[1];
        change(
                user,
                chats -> Optional.ofNullable(chats.remove(chat)).ifPresent(one -> {
                    ended[0] = true;
                    one.show(false);
                }));
        return ended[0];
    }

    /** The user is no longer connected here. */
    void gone(UserId user) {
        change(user, chats -> {
            chats.values().forEach(one -> one.show(false));
            chats.clear();
        });
    }

    /** It ends by itself, unless it is prolonged before. */
    private void expect(UserId user, RoomAddress chat, Typing one) {
        long now = ++one.prolonged;
        later.after(
                SILENCE,
                () -> change(user, chats -> {
                    if (one.prolonged == now && chats.remove(chat, one)) {
                        one.show(false);
                    }
                }));
    }

    private void change(UserId user, Consumer<Map<RoomAddress, Typing>> step) {
        typing.computeIfPresent(user, (id, chats) -> {
            step.accept(chats);
            return chats.isEmpty() ? null : chats;
        });
    }

    private static Optional<Typing> find(Map<RoomAddress, Typing> chats, RoomAddress chat) {
        return Optional.ofNullable(chats.get(chat));
    }
}
