package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.simulation.CheckingClient;
import io.chatsphere.application.simulation.KnownRooms;
import io.chatsphere.application.simulation.Tally;
import io.chatsphere.application.simulation.World;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A client of a user: keeps what it knows and what it has to send while its connections come and go. */
final class Device {
    private final World world;
    private final int number;
    private final User user;
    private final int capacity;
    private final Tally tally;
    private final KnownRooms rooms;
    private final List<CheckingClient> clients = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private Optional<Line> line = Optional.empty();
    private int posted;

    /** @param capacity so many changes wait for it to read them, at most */
    Device(Stage stage, int number, User user, int capacity) {
        this.world = stage.world;
        this.number = number;
        this.user = user;
        this.capacity = capacity;
        this.tally = stage.tally;
        this.rooms = new KnownRooms(world, stage.random, user.id(), tally);
    }

    User user() {
        return user;
    }

    boolean isConnected() {
        return line.isPresent();
    }

    /** Opens a connection by a login of its own. */
    NewLogin connect(NodeLife node) {
        NewLogin login = Fixtures.login(user.id());
        world.commit((store, ledger) -> {
            store.logins().open(login);
            return login;
        });
        Line next = new Line(node, rooms, () -> line = Optional.empty());
        CheckingClient client = new CheckingClient(world, user.id(), next, capacity, tally);
        clients.add(client);
        line = Optional.of(next);
        next.connect(client, new Caller(user.id(), Optional.of(login.login().id()), Optional.empty()));
        return login;
    }

    /** The connection is closed, or the node crashed. */
    void disconnect() {
        line.ifPresent(Line::close);
    }

    /** The connection is gone, and the node does not know it yet. */
    void vanish() {
        line.ifPresent(Line::lose);
    }

    /** Its node is no more. */
    void crashed(NodeLife node) {
        line.filter(open -> open.isOn(node)).ifPresent(Line::lose);
    }

    /** Does what is left to do to be connected, and to know and to have sent everything; false if there is nothing. */
    boolean comeBack(Supplier<NodeLife> node) {
        boolean ready =
                line.filter(Line::isReady).isPresent() && postings.stream().noneMatch(Posting::isOpen);
        if (line.isEmpty()) {
            connect(node.get());
        }
        list();
        retry();
        return !ready;
    }

    /** Reads one of what it was sent; false if there is nothing. */
    boolean read() {
        return line.filter(Line::read).isPresent();
    }

    /** Reads its conversations, as it does once behind each connect, and resumes those that it knew. */
    void list() {
        line.filter(Line::isUnlisted).ifPresent(open -> {
            List<Conversation> found = world.store().conversations().list(user.id(), Optional.empty(), 100);
            open.listed(found);
        });
    }

    /** Writes something; it is sent again until the answer is known. */
    void post(RoomId room) {
        posted++;
        Posting posting = new Posting(world, user, room, clientId());
        postings.add(posting);
        line.ifPresent(open -> open.post(posting));
    }

    /** Sends again what nobody has answered. */
    void retry() {
        line.ifPresent(open -> postings.stream().filter(Posting::isOpen).forEach(posting -> {
            tally.add("retry");
            open.post(posting);
        }));
    }

    /** What is wrong with what it was told. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(rooms.faults());
        clients.forEach(client -> faults.addAll(client.faults()));
        return faults;
    }

    /** When all is quiet, it is connected and knows everything, and all that it sent was answered. */
    void checkComplete() {
        rooms.check(line.filter(Line::isReady).isPresent(), "is not connected");
        rooms.check(postings.stream().noneMatch(Posting::isOpen), "has no answer");
        rooms.check(postings.stream().allMatch(Posting::isKept), "lost what was acknowledged");
        rooms.checkComplete();
    }

    /** From here on each change comes by itself on this node. */
    void expectEach(NodeLife node) {
        line.filter(open -> open.isOn(node)).ifPresent(Line::expectEach);
    }

    private String clientId() {
        return "device" + number + "-" + posted;
    }
}
