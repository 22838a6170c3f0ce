package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows others that the caller is writing: in a public room those who are live there, elsewhere its members. */
public final class ShowTyping {
    private final LiveDelivery live;
    private final RoomDirectory directory;
    private final UserRepository users;
    private final ChangeBus bus;

    public ShowTyping(LiveDelivery live, RoomDirectory directory, UserRepository users, ChangeBus bus) {
        this.live = live;
        this.directory = directory;
        this.users = users;
        this.bus = bus;
    }

    /** Where somebody writes, or has stopped. */
    public record Command(Caller caller, RoomAddress chat, boolean isTyping) {}

    /**
     * Shows it; it ends by itself after six seconds, when the caller sends a message there, and with their last session here.
     * Repeats within that time are cheap.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, or {@code USER_NOT_FOUND} for a direct chat with nobody
     * @throws ChatException.Forbidden with {@code ROOM_ARCHIVED}
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        RoomAddress chat = command.chat();
        boolean known = command.isTyping()
                ? live.typists().prolong(user, chat)
                : live.typists().end(user, chat);
        if (!known) {
            Consumer<Signal> channel = channel(user, chat);
            if (command.isTyping()) {
                live.typists().begin(summary(user), chat, channel);
            }
        }
    }

    private Consumer<Signal> channel(UserId user, RoomAddress chat) {
        if (chat instanceof RoomAddress.Direct(UserId other)) {
            requirePartner(user, other);
            return signal -> bus.publish(other, signal);
        }
        RoomId room = directory.find(chat, user).orElseThrow(ShowTyping::roomNotFound);
        requireAccess(user, room, chat);
        return signal -> bus.publish(room, signal);
    }

    private void requirePartner(UserId user, UserId other) {
        if (DirectPair.of(user, other).contains(other)
                && live.profile(other).isEmpty()
                && users.find(other).filter(User::active).isEmpty()) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
    }

    /** What is cached may be out of date, either way: in doubt it is read. */
    private void requireAccess(UserId user, RoomId room, RoomAddress chat) {
        boolean doubtful = chat instanceof RoomAddress.Group && !live.isMember(user, room);
        if (doubtful || refusal(user, room).isPresent()) {
            directory.forgetAccess(room);
            refusal(user, room).ifPresent(reason -> {
                throw reason;
            });
        }
    }

    private Optional<ChatException> refusal(UserId user, RoomId room) {
        return directory.access(room).refusalToPost(user);
    }

    private UserSummary summary(UserId user) {
        return live.profile(user)
                .or(() -> users.find(user).filter(User::active).map(User::summary))
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
    }

    private static ChatException.NotFound roomNotFound() {
        return new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);
    }
}
