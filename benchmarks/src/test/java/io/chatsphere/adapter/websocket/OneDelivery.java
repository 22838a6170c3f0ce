package io.chatsphere.adapter.websocket;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A message of usual length as a chat delivers it.
 *
 * @param sent what its sender is told
 */
public record OneDelivery(Delivery delivery, Outcome.Sent sent, RoomAddress room) {
    private static final int DEADLINE_SECONDS = 20;

    /** Sends it. */
    public static OneDelivery make() {
        RoomAddress room = new RoomAddress.Public(new Slug("general"));
        CompletableFuture<Delivery> delivered = new CompletableFuture<>();
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            UserId id = new UserId(UUID.randomUUID());
            Caller anna = chat.accounts()
                    .ensure()
                    .handle(new EnsureUser.Command(id, new Username("anna"), new DisplayName("Anna")));
            chat.connect(anna, new First(delivered));
            SendMessage.Draft draft = SendMessage.Draft.text(room, "Is anybody there? ".repeat(6));
            Outcome sent = chat.messages()
                    .send()
                    .handle(new SendMessage.Command(anna, List.of(draft)))
                    .getFirst();
            Delivery delivery =
                    delivered.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
            return new OneDelivery(delivery, (Outcome.Sent) sent, room);
        }
    }

    private record First(CompletableFuture<Delivery> delivered) implements LiveListener {
        @Override
        public void opened(LiveSession session) {
            // Only what is delivered matters.
        }

        @Override
        public boolean offer(Delivery delivery) {
            delivered.complete(delivery);
            return true;
        }

        @Override
        public void flush() {
            // Only what is delivered matters.
        }

        @Override
        public void ended(EndReason reason) {
            // Only what is delivered matters.
        }
    }
}
