package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.UserSummary;

/**
 * Something that matters now or never: it has no revision, is never stored, repaired or swept, and may be lost. It goes to
 * those who follow a room or a user, by {@link ChangeBus}.
 */
public sealed interface Signal {
    /** Whose doing it is. */
    UserId by();

    /** Somebody writes, or has stopped. Of a direct room it goes to the other user, since the room may not exist yet. */
    record Typing(UserSummary user, boolean isTyping) implements Signal {
        @Override
        public UserId by() {
            return user.id();
        }
    }

    /** Somebody has read up to here. */
    record Read(UserId by, Position position) implements Signal {}

    /** Somebody opened the view of the room on their first connection, or closed it on their last. */
    record View(UserSummary user, boolean isOpen) implements Signal {
        @Override
        public UserId by() {
            return user.id();
        }
    }

    /** A message was sent in the old form: who is live in its room gets it in the old form too. */
    record OldForm(Message message) implements Signal {
        @Override
        public UserId by() {
            return message.author().id();
        }
    }

    /** Somebody came online on their first connection, or went offline after their last. It goes to every node. */
    record Presence(UserSummary user, boolean isOnline) implements Signal {
        @Override
        public UserId by() {
            return user.id();
        }
    }
}
