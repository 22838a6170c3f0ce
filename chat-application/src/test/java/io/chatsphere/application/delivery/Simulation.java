package io.chatsphere.application.delivery;

import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One node over a store, with users who write, come and go, are removed and let in again, and whose logins end; a bus that
 * loses and reorders, and a store that is away at times. One thread, driven by a seed.
 */
final class Simulation {
    private static final int USERS = 3;

    private final Random random;
    private final Storage store = new InMemoryStore().storage();
    private final TestChat chat = new TestChat(store);
    private final Ledger ledger = new Ledger();
    private final List<User> users = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<NewLogin> logins = new ArrayList<>();
    private final SimulatedNode node;

    Simulation(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < USERS; i++) {
            users.add(chat.register(SimulatedCast.user(i)));
        }
        open(SimulatedCast.publicRoom(1, users.getFirst()));
        open(SimulatedCast.group(2, users.getFirst()));
        this.node = new SimulatedNode(random, store, ledger);
    }

    /** Lets so many things happen, then waits until all is quiet. */
    void run(int acts) {
        for (int i = 0; i < acts; i++) {
            act();
        }
        node.settle();
    }

    SimulatedNode node() {
        return node;
    }

    private void act() {
        switch (random.nextInt(24)) {
            case 0, 1, 2 -> send(anyRoom());
            case 3 -> edit();
            case 4, 5 -> leave();
            case 6, 7 -> enter();
            case 8 -> openDirect();
            case 9, 10 -> connect();
            case 11 -> node.disconnect();
            case 12 -> node.sweep();
            case 13 -> endLogin();
            case 14 -> read();
            case 15 -> type();
            case 16 -> node.pass(Duration.ofMillis(500));
            case 17, 18 -> node.bus().arrive();
            default -> steps();
        }
    }

    private void steps() {
        for (int some = random.nextInt(8); some > 0; some--) {
            node.step();
        }
    }

    private void send(Room room) {
        List<User> members = members(room);
        if (!members.isEmpty()) {
            Message message = chat.send(room.id(), pick(members), "message");
            messages.add(message);
            changed(message);
        }
    }

    private void edit() {
        if (!messages.isEmpty()) {
            int which = random.nextInt(messages.size());
            Message edited = store.messages()
                    .update(
                            messages.get(which).id(),
                            (access, old) -> old.edited(
                                    new MessageContent("edit " + old.revision().value()), FeedFixture.NOW))
                    .message();
            messages.set(which, edited);
            changed(edited);
        }
    }

    private void changed(Message message) {
        ledger.changed(message.room(), message.revision().value(), message.id());
        node.bus().publish(List.of(new RoomChange.OfMessage(message)));
    }

    /** The owners, who are the first user, stay. */
    private void leave() {
        User user = users.get(1 + random.nextInt(USERS - 1));
        Room room = rooms.get(random.nextInt(2));
        if (ledger.isMember(room.id(), user.id())) {
            act(room, random.nextBoolean() ? new RoomAct.Remove(user.id()) : new RoomAct.Leave(user.id()));
        }
    }

    private void enter() {
        User user = users.get(1 + random.nextInt(USERS - 1));
        Room room = rooms.get(random.nextInt(2));
        if (ledger.isMember(room.id(), user.id())) {
            act(room, new RoomAct.SetRole(user.id(), random.nextBoolean() ? RoomRole.MODERATOR : RoomRole.MEMBER));
        } else if (room.kind() == RoomKind.PUBLIC) {
            Membership joined =
                    store.rooms().join(room.id(), user.id(), FeedFixture.NOW).membership();
            moved(joined, false);
        } else {
            act(room, new RoomAct.Admit(user.id(), RoomRole.MEMBER));
        }
    }

    private void act(Room room, RoomAct act) {
        for (RoomUpdate.ChangedMember changed : chat.act(room.id(), act).members()) {
            Membership membership = changed.membership();
            if (changed.ofRoom()) {
                ledger.changed(room.id(), membership.revision().value(), membership.user());
                node.bus().publish(List.of(new RoomChange.OfMembership(membership, changed.user())));
            }
            moved(membership, changed.ofRoom());
        }
    }

    private void moved(Membership membership, boolean ofRoom) {
        boolean roleOnly = membership.isActive() && ledger.isMember(membership.room(), membership.user());
        if (!roleOnly) {
            ledger.moved(membership, ofRoom);
        }
        node.bus().publish(new UserChange.OfMembership(membership));
    }

    /** Two who never wrote to each other, and the first message at once. */
    private void openDirect() {
        User one = pick(users);
        User other = users.get((users.indexOf(one) + 1) % USERS);
        DirectPair pair = DirectPair.of(one.id(), other.id());
        Room room = ledger.direct(pair).orElseGet(() -> {
            DirectRoom opened = store.rooms().direct(SimulatedCast.direct(10 + rooms.size(), pair));
            rooms.add(opened.room());
            ledger.add(opened.room());
            opened.members().forEach(membership -> moved(membership, false));
            return opened.room();
        });
        send(room);
    }

    private void connect() {
        if (node.open() < 2L * USERS) {
            User user = pick(users);
            NewLogin login = chat.open(user);
            logins.add(login);
            node.connect(user.id(), login.login().id());
        }
    }

    private void endLogin() {
        if (!logins.isEmpty()) {
            NewLogin login = logins.remove(random.nextInt(logins.size()));
            store.logins()
                    .end(login.login().id(), login.login().user(), FeedFixture.NOW)
                    .ifPresent(ended -> node.bus().publish(new UserChange.OfLoginEnd(ended)));
        }
    }

    private void read() {
        Room room = anyRoom();
        User user = pick(users);
        store.conversations().markRead(room.id(), user.id(), Optional.empty()).ifPresent(moved -> {
            node.expectMark(user.id(), room.id(), moved.readPosition());
            node.bus().publish(new UserChange.OfPreferences(moved));
            node.bus().publish(room.id(), new Signal.Read(user.id(), moved.readPosition()));
        });
    }

    private void type() {
        Room room = anyRoom();
        User user = pick(users);
        Signal typing = new Signal.Typing(user.summary(), random.nextBoolean());
        room.pair()
                .filter(pair -> pair.contains(user.id()))
                .map(pair -> pair.other(user.id()))
                .ifPresentOrElse(
                        other -> node.bus().publish(other, typing),
                        () -> node.bus().publish(room.id(), typing));
    }

    private void open(Room room) {
        List<Membership> members = store.rooms().create(room, List.of());
        rooms.add(room);
        ledger.add(room);
        members.forEach(membership -> ledger.moved(membership, false));
    }

    private List<User> members(Room room) {
        return users.stream()
                .filter(user -> ledger.isMember(room.id(), user.id()))
                .toList();
    }

    private Room anyRoom() {
        return pick(rooms);
    }

    private <T> T pick(List<T> any) {
        return any.get(random.nextInt(any.size()));
    }
}
