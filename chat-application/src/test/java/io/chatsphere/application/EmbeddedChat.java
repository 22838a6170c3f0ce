package io.chatsphere.application;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program of somebody else that embeds a chat: its own users, a live session, a message, the history. */
public final class EmbeddedChat {
    private EmbeddedChat() {}

    /** Prints what arrives and what the history says. */
    public static void main(String[] args) throws InterruptedException {
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller anna = user(chat, "anna");
            Caller bert = user(chat, "bert");
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            LiveSession session = chat.connect(bert, new Printer(heard));

            RoomAddress general = new RoomAddress.Public(new Slug("general"));
            chat.messages()
                    .send()
                    .handle(new SendMessage.Command(anna, List.of(SendMessage.Draft.text(general, "Hello, Bert!"))));

            System.out.println("live: " + heard.poll(10, TimeUnit.SECONDS));
            ReadHistory.Query query =
                    new ReadHistory.Query(general, new HistoryQuery.Range.Offset(0), false, HistoryQuery.MAX_LIMIT);
            chat.messages()
                    .history()
                    .handle(bert, query)
                    .messages()
                    .forEach(message -> System.out.println("history: " + message.content()));
            session.close();
        }
    }

    private static Caller user(ChatSphere chat, String name) {
        UserId id = new UserId(UUID.randomUUID());
        return chat.accounts().ensure().handle(new EnsureUser.Command(id, new Username(name), new DisplayName(name)));
    }

    private record Printer(BlockingQueue<String> heard) implements LiveListener {
        @Override
        public void opened(LiveSession session) {
            System.out.println("open for " + session.user().username());
        }

        @Override
        public boolean offer(Delivery delivery) {
            return !(delivery.change() instanceof RoomChange.OfMessage(Message message))
                    || heard.offer(message.author().username() + " says " + text(message));
        }

        @Override
        public void flush() {
            // Nothing is kept back here.
        }

        @Override
        public void ended(EndReason reason) {
            System.out.println("ended: " + reason);
        }

        private static String text(Message message) {
            return message.content().map(MessageContent::text).orElse("(deleted)");
        }
    }
}
