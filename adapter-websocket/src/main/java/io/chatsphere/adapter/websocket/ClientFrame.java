package io.chatsphere.adapter.websocket;

import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.room.Slug;
import java.util.Optional;

/** What a client sent, understood as far as possible. */
sealed interface ClientFrame {
    /** What an error frame says about the request that failed. */
    Request request();

    /**
     * Names a request of a client.
     *
     * @param type as the client spelled it, short; empty if there was none
     * @param clientMessageId as the client spelled it, short; empty if there was none
     */
    record Request(Optional<String> type, Optional<String> clientMessageId) {
        /** A request that has no message. */
        static Request of(String type) {
            return new Request(Optional.of(type), Optional.empty());
        }
    }

    /** What may be gathered and handled together with its neighbours of the same kind. */
    sealed interface Gathered extends ClientFrame {}

    /** A message is to be sent. */
    record Send(SendMessage.Draft draft) implements Gathered {
        @Override
        public Request request() {
            return new Request(
                    Optional.of("send_message"), draft.clientMessageId().map(ClientMessageId::value));
        }
    }

    /** The client opens the view of a room. */
    record Join(Slug room) implements ClientFrame {
        @Override
        public Request request() {
            return Request.of("join_room");
        }
    }

    /** The client closes the view of a room; membership goes on. */
    record Leave(Slug room) implements ClientFrame {
        @Override
        public Request request() {
            return Request.of("leave_room");
        }
    }

    /** The client asks whether the server is there. */
    record Ping() implements ClientFrame {
        @Override
        public Request request() {
            return Request.of("ping");
        }
    }

    /** Nothing that can be done. */
    record Broken(Request request, ChatException reason) implements Gathered {}
}
