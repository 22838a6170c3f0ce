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
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A chat of two inside one program. */
public class Embedded {
    public static void main(String[] args) throws InterruptedException {
        try (ChatSphere chat = ChatSphere.builder().build()) {
            chat.open();
            Caller anna = user(chat, "anna", "Anna");
            Caller ben = user(chat, "ben", "Ben");

            Screen screen = new Screen();
            chat.connect(ben, screen);

            RoomAddress general = new RoomAddress.Public(new Slug("general"));
            SendMessage.Draft hello = SendMessage.Draft.text(general, "Hello, Ben!");
            chat.messages().send().handle(new SendMessage.Command(anna, List.of(hello)));

            if (!screen.arrived.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing arrived");
            }
        }
    }

    private static Caller user(ChatSphere chat, String username, String displayName) {
        UserId id = new UserId(UUID.randomUUID());
        return chat.accounts()
                .ensure()
                .handle(new EnsureUser.Command(id, new Username(username), new DisplayName(displayName)));
    }

    /** Prints what is said. A real one would put it into a queue, because a listener must not block. */
    private static final class Screen implements LiveListener {
        private final CountDownLatch arrived = new CountDownLatch(1);

        @Override
        public void opened(LiveSession session) {
            System.out.println(session.user().displayName() + " is connected");
        }

        @Override
        public boolean offer(Delivery delivery) {
            if (delivery.change() instanceof RoomChange.OfMessage(var message)) {
                String text = message.content().map(MessageContent::text).orElse("(deleted)");
                System.out.println(message.author().displayName() + ": " + text);
                arrived.countDown();
            }
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
