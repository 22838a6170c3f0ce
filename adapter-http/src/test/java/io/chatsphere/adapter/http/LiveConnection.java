package io.chatsphere.adapter.http;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;

/** Somebody who is connected and takes whatever comes. */
record LiveConnection(ChatSphere chat, LiveSession session) implements AutoCloseable {
    static LiveConnection open(ChatSphere chat, String user) {
        return new LiveConnection(chat, chat.connect(Caller.of(UserId.parse(user, "user")), new Anything()));
    }

    void enter(String room) {
        session.enter(chat.rooms()
                .read()
                .handle(session.caller(), new RoomAddress.Public(new Slug(room)))
                .id());
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class Anything implements LiveListener {
        @Override
        public void opened(LiveSession session) {}

        @Override
        public boolean offer(Delivery delivery) {
            return true;
        }

        @Override
        public void notice(Notice notice) {}

        @Override
        public void flush() {}

        @Override
        public void ended(EndReason reason) {}
    }
}
