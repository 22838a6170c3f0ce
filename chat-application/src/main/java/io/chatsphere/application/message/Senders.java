package io.chatsphere.application.message;

import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;

/** What is known of those who send: from memory for users who are connected here, from the store for all others. */
public final class Senders {
    private final LiveDelivery live;
    private final UserRepository users;
    private final RoomRepository rooms;
    private final int maxLength;

    /**
     * Looks here first, then there.
     *
     * @param maxLength the greatest length of a message in code points
     */
    public Senders(LiveDelivery live, UserRepository users, RoomRepository rooms, int maxLength) {
        this.live = live;
        this.users = users;
        this.rooms = rooms;
        this.maxLength = maxLength;
    }

    void checkLength(MessageContent content) {
        if (content.length() > maxLength) {
            throw new ChatException.Invalid(ErrorCode.MESSAGE_TOO_LONG, "content", (long) maxLength);
        }
    }

    boolean isMember(UserId user, RoomId room) {
        return live.isMember(user, room)
                || rooms.findMembership(room, user).filter(Membership::isActive).isPresent();
    }

    UserSummary summary(UserId user) {
        return live.profile(user)
                .orElseGet(() -> users.find(user)
                        .filter(User::active)
                        .orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND))
                        .summary());
    }
}
