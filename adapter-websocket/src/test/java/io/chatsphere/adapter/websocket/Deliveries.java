package io.chatsphere.adapter.websocket;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Deliveries as a chat makes them: everything that one user says. */
final class Deliveries implements LiveListener, AutoCloseable {
    private static final int DEADLINE_SECONDS = 20;

    private final ChatSphere chat = ChatSphere.builder().build();
    private final BlockingQueue<Delivery> offered = new LinkedBlockingQueue<>();
    private final Caller anna;

    Deliveries() {
        chat.open();
        anna = chat.accounts()
                .ensure()
                .handle(new EnsureUser.Command(
                        new UserId(UUID.randomUUID()), new Username("anna"), new DisplayName("Anna")));
        chat.connect(anna, this);
    }

    /** Another message to a public room, on its way. */
    Delivery next(String room) {
        return next(room, "hello");
    }

    /** Another message with this text, on its way. */
    Delivery next(String room, String text) {
        SendMessage.Draft draft = SendMessage.Draft.text(new RoomAddress.Public(new Slug(room)), text);
        chat.messages().send().handle(new SendMessage.Command(anna, List.of(draft)));
        try {
            Delivery delivery = offered.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (delivery == null) {
                throw new AssertionError("the message was not delivered");
            }
            return delivery;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String messageId(Delivery delivery) {
        return ((RoomChange.OfMessage) delivery.change()).message().id().toString();
    }

    @Override
    public void opened(LiveSession session) {}

    @Override
    public boolean offer(Delivery delivery) {
        return offered.add(delivery);
    }

    @Override
    public void notice(Notice notice) {}

    @Override
    public void flush() {}

    @Override
    public void ended(EndReason reason) {}

    @Override
    public void close() {
        chat.close();
    }
}
