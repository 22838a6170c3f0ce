package io.chatsphere.application.simulation;

import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Counts again what the store says: each message once, positions without holes in the order of commits, unread counts exact. */
public final class Audit {
    private final World world;
    private final List<String> faults = new ArrayList<>();

    public Audit(World world) {
        this.world = world;
    }

    /** What is wrong. */
    public List<String> run(Collection<User> users) {
        world.ledger().rooms().forEach(this::checkRoom);
        users.forEach(user -> world.store()
                .conversations()
                .list(user.id(), Optional.empty(), 100)
                .forEach(conversation -> checkUnread(conversation, user.id())));
        return faults;
    }

    private void checkRoom(Room room) {
        List<Message> stored = world.store().changes().since(room.id(), Revision.ZERO, 1_000).changes().stream()
                .filter(RoomChange.OfMessage.class::isInstance)
                .map(change -> ((RoomChange.OfMessage) change).message())
                .sorted(Comparator.comparing(Message::sentRevision))
                .toList();
        Set<Object> requests = new HashSet<>();
        for (int i = 0; i < stored.size(); i++) {
            Message message = stored.get(i);
            check(message.position().value() == i + 1, () -> "a hole before " + message);
            boolean fresh = message.clientMessageId()
                    .map(id -> requests.add(List.of(message.author().id(), id)))
                    .orElse(true);
            check(fresh, () -> "stored twice: " + message);
        }
        check(
                Set.copyOf(stored).equals(Set.copyOf(messages(room.id()))),
                () -> "not what was committed in " + room.id());
    }

    private void checkUnread(Conversation conversation, UserId user) {
        RoomId room = conversation.room().id();
        Ledger.Marks marks = world.ledger().marks(room, user);
        long own = messages(room).stream()
                .filter(message -> message.author().id().equals(user))
                .mapToLong(message -> message.position().value())
                .filter(position -> position > marks.floor().value())
                .max()
                .orElse(0);
        Position joined = world.ledger().lastStay(room, user).orElseThrow().joinedPosition();
        long mark = Math.max(own, Math.max(marks.read().value(), joined.value()));
        long unread = messages(room).stream()
                .filter(message -> message.position().value() > mark && !message.isDeleted())
                .count();
        check(unread == conversation.unread(), () -> unread + " unread in " + room + ", not " + conversation.unread());
    }

    private Collection<Message> messages(RoomId room) {
        return world.ledger().log(room).messages();
    }

    private void check(boolean right, Supplier<String> fault) {
        if (!right) {
            faults.add("the store has " + fault.get());
        }
    }
}
