package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Cast;
import io.chatsphere.application.simulation.World;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/** What people do beside sending: every one of these is committed at once, and told to the node's bus a little later. */
final class People {
    private static final int USERS = 3;
    private static final int ROOMS = 3;

    private final World world;
    private final Random random;
    private final List<User> users = new ArrayList<>();
    private final int busy;

    /** The first user owns all rooms and stays; most happens in one of them. */
    People(World world, Random random) {
        this.world = world;
        this.random = random;
        for (int number = 0; number < USERS; number++) {
            users.add(Cast.user(number));
            register(users.getLast());
        }
        User owner = users.getFirst();
        open(Cast.publicRoom(1, owner));
        open(Cast.group(2, owner));
        open(Cast.joinedOnly(Cast.group(3, owner)));
        this.busy = random.nextInt(ROOMS);
    }

    /** Where most happens. */
    Room busiest() {
        return List.copyOf(world.ledger().rooms()).get(busy);
    }

    List<User> users() {
        return users;
    }

    /** A room that the user is in, if there is one. */
    Optional<Room> roomOf(User user) {
        List<Room> own = world.ledger().rooms().stream()
                .filter(room -> world.ledger().isMember(room.id(), user.id()))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(pickRoom(own));
    }

    /** Somebody edits or deletes a message. */
    void edit(NodeLife node) {
        List<Message> messages = world.ledger().messages(anyRoom().id()).stream()
                .filter(message -> !message.isDeleted())
                .toList();
        if (!messages.isEmpty()) {
            int older = random.nextBoolean() ? messages.size() : (messages.size() + 1) / 2;
            change(node, pick(messages.subList(0, older)).id(), random.nextInt(4) == 0);
        }
    }

    void change(NodeLife node, MessageId id, boolean delete) {
        node.write((store, ledger) -> {
            RoomChange changed = new RoomChange.OfMessage(store.messages()
                    .update(
                            id,
                            (access, old) -> delete
                                    ? old.deleted(World.NOW)
                                    : old.edited(new MessageContent("edit " + old.revision()), World.NOW))
                    .message());
            ledger.changed(changed);
            return List.of(bus -> bus.publish(List.of(changed)));
        });
    }

    /** Somebody says three things in one: a message, and what they make of it. */
    void say(NodeLife node, Room room) {
        User author = users.stream()
                .filter(user -> world.ledger().isMember(room.id(), user.id()))
                .findFirst()
                .orElseThrow();
        MessageDraft draft = new TestChat(world.store()).draft(room.id(), author, "said");
        node.write((store, ledger) ->
                List.of(News.changed(ledger, new RoomChange.OfMessage(new TestChat(store).send(draft)))));
        change(node, draft.id(), false);
        change(node, draft.id(), false);
    }

    void leave(NodeLife node) {
        User user = anyGuest();
        Room room = anyOpenRoom();
        if (world.ledger().isMember(room.id(), user.id())) {
            act(node, room, random.nextBoolean() ? new RoomAct.Remove(user.id()) : new RoomAct.Leave(user.id()));
        }
    }

    void enter(NodeLife node) {
        User user = anyGuest();
        Room room = anyOpenRoom();
        if (world.ledger().isMember(room.id(), user.id())) {
            act(
                    node,
                    room,
                    new RoomAct.SetRole(user.id(), random.nextBoolean() ? RoomRole.MODERATOR : RoomRole.MEMBER));
        } else if (room.kind() == RoomKind.PUBLIC) {
            node.write((store, ledger) -> News.moved(
                    ledger, store.rooms().join(room.id(), user.id(), World.NOW).membership(), false));
        } else {
            act(node, room, new RoomAct.Admit(user.id(), RoomRole.MEMBER));
        }
    }

    /** The room says something else about itself. */
    void describe(NodeLife node) {
        String name = "Room " + random.nextInt(100);
        RoomDetails details = new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.empty());
        act(node, anyOpenRoom(), new RoomAct.Describe(details));
    }

    /** The room of two, made if they have none. */
    Room direct(NodeLife node, User one) {
        User other = users.get((users.indexOf(one) + 1) % USERS);
        DirectPair pair = DirectPair.of(one.id(), other.id());
        int number = 10 + users.indexOf(one) + users.indexOf(other);
        node.write((store, ledger) -> {
            DirectRoom opened = store.rooms().direct(Cast.direct(number, pair));
            List<Consumer<ChangeBus>> news = new ArrayList<>();
            if (opened.fresh()) {
                ledger.add(opened.room());
                opened.members().forEach(membership -> news.addAll(News.moved(ledger, membership, false)));
            }
            return news;
        });
        return world.ledger().direct(pair).orElseThrow();
    }

    void endLogin(NodeLife node, LoginId login, User user) {
        node.write((store, ledger) -> store.logins()
                .end(login, user.id(), World.NOW)
                .<List<Consumer<ChangeBus>>>map(ended -> List.of(bus -> bus.publish(new UserChange.OfLoginEnd(ended))))
                .orElse(List.of()));
    }

    /** Somebody reads a room, or wants to read a part of it later; gives the mark if it moved. */
    Optional<RoomPreferences> read(NodeLife node) {
        RoomId room = anyRoom().id();
        UserId user = pick(users).id();
        Position position = new Position(1 + random.nextInt(8));
        boolean unread = random.nextInt(4) == 0;
        Optional<RoomPreferences> marked = world.commit((store, ledger) -> {
            Optional<RoomPreferences> moved = unread
                    ? store.conversations().markUnread(room, user, position)
                    : store.conversations().markRead(room, user, Optional.empty());
            moved.ifPresent(ledger::marked);
            return moved;
        });
        marked.ifPresent(mark -> node.publish(News.marked(mark, !unread)));
        return marked;
    }

    void type(NodeLife node) {
        Room room = anyRoom();
        User user = pick(users);
        Signal typing = new Signal.Typing(user.summary(), random.nextBoolean());
        Consumer<ChangeBus> call = room.pair()
                .filter(pair -> pair.contains(user.id()))
                .map(pair -> pair.other(user.id()))
                .<Consumer<ChangeBus>>map(other -> bus -> bus.publish(other, typing))
                .orElse(bus -> bus.publish(room.id(), typing));
        node.publish(List.of(call));
    }

    private void act(NodeLife node, Room room, RoomAct act) {
        node.write((store, ledger) -> {
            RoomUpdate update = store.rooms().update(room.id(), access -> act, World.NOW);
            List<Consumer<ChangeBus>> news = new ArrayList<>();
            update.described()
                    .map(RoomChange.OfDetails::new)
                    .ifPresent(change -> news.add(News.changed(ledger, change)));
            for (RoomUpdate.ChangedMember member : update.members()) {
                if (member.ofRoom()) {
                    news.add(News.changed(ledger, new RoomChange.OfMembership(member.membership(), member.user())));
                }
                news.addAll(News.moved(ledger, member.membership(), member.ofRoom()));
            }
            return news;
        });
    }

    private void register(User user) {
        world.commit((store, ledger) -> new TestChat(store).register(user));
    }

    private void open(Room room) {
        world.commit((store, ledger) -> {
            ledger.add(room);
            store.rooms().create(room, List.of()).forEach(membership -> ledger.moved(membership, false));
            return room;
        });
    }

    private Room anyRoom() {
        return pickRoom(List.copyOf(world.ledger().rooms()));
    }

    /** A room that people come to and leave. */
    private Room anyOpenRoom() {
        return pickRoom(List.copyOf(world.ledger().rooms()).subList(0, ROOMS));
    }

    private Room pickRoom(List<Room> any) {
        return random.nextInt(3) > 0 && any.contains(busiest()) ? busiest() : pick(any);
    }

    private User anyGuest() {
        return users.get(1 + random.nextInt(USERS - 1));
    }

    private <T> T pick(List<T> any) {
        return any.get(random.nextInt(any.size()));
    }
}
