package io.chatsphere.application.delivery;

import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Something that a session gets beside the changes of its rooms: it belongs to no room's stream. One instance goes to all
 * sessions that get the same, so that it is encoded once.
 */
public final class Notice {
    private final Body body;
    private final Memo memo = new Memo();

    /** What it says. */
    public sealed interface Body {
        /** Somebody writes in a chat, or has stopped. May be dropped when there is little room. */
        record Typing(UserSummary user, RoomAddress chat, boolean isTyping) implements Body {}

        /** Up to where others, or the user's own other devices, have read. */
        record Read(RoomAddress chat, List<Mark> marks) implements Body {
            public Read {
                marks = List.copyOf(marks);
            }
        }

        /** A user's read mark. */
        record Mark(UserId user, Position position) {}

        /** The user is now a member of this room; comes before anything of the room. */
        record RoomAdded(Conversation conversation) implements Body {}

        /** The user is no longer a member; nothing of the room comes behind it. */
        record RoomRemoved(RoomAddress chat) implements Body {}

        /** Somebody is live in a public room, or no longer, where the session is live too. */
        record View(UserSummary user, Slug room, boolean isOpen) implements Body {}

        /** A message of a room where the session is live, in the old form; never to its author. */
        record OldForm(Message message, Slug room) implements Body {}

        /**
         * Everybody who is online, the receiver included; with very many, those who were active last.
         *
         * @param stale whether it is as last seen, and stays so for now
         */
        record OnlineUsers(List<UserSummary> users, boolean stale) implements Body {
            public OnlineUsers {
                users = List.copyOf(users);
            }
        }

        /**
         * Who came online and who went offline since the last of these. May be dropped when there is little room.
         *
         * @param stale whether who is online is as last seen, and stays so until this says otherwise
         */
        record PresenceChanged(List<UserSummary> online, List<UserSummary> offline, boolean stale) implements Body {
            public PresenceChanged {
                online = List.copyOf(online);
                offline = List.copyOf(offline);
            }
        }

        /**
         * What was missed of a room has been delivered, or cannot be.
         *
         * @param revision the client's cursor from now on: what comes next has it as {@code prev}
         * @param complete whether the room is live again; if not, the client asks again from {@code revision}, and nothing of
         *     the room comes before that
         * @param reset whether the cursor meant nothing here: what was missed is not delivered and must be fetched anew
         */
        record Resumed(RoomAddress chat, Revision revision, boolean complete, boolean reset) implements Body {}

        /** The session's token ends soon. */
        record TokenExpiring(Duration left) implements Body {}
    }

    public Notice(Body body) {
        this.body = body;
    }

    /** What it says. */
    public Body body() {
        return body;
    }

    /** What {@code encoder} makes of this, made once and remembered for the encoder that asked last. */
    public <T> T encoded(Function<? super Notice, T> encoder) {
        return memo.get(encoder, this);
    }
}
