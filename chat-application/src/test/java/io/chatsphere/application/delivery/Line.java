package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.simulation.CheckingClient;
import io.chatsphere.application.simulation.KnownRooms;
import io.chatsphere.application.simulation.Receiver;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection of a device, from its point of view: what the other end knows of it is another matter. */
final class Line implements Receiver {
    private final NodeLife node;
    private final KnownRooms rooms;
    private final Runnable over;
    private Optional<CheckingClient> client = Optional.empty();
    private Optional<LiveSession> session = Optional.empty();
    private boolean open;
    private boolean listed;
    private boolean lost;

    Line(NodeLife node, KnownRooms rooms, Runnable over) {
        this.node = node;
        this.rooms = rooms;
        this.over = over;
    }

    void connect(CheckingClient checking, Caller caller) {
        client = Optional.of(checking);
        session = Optional.of(node.connect(checking, caller, this::opened));
    }

    private void opened(boolean succeeded) {
        open = succeeded;
        if (!succeeded) {
            lose();
        }
    }

    boolean isOn(NodeLife other) {
        return node == other;
    }

    /** Connected, and not read its conversations yet. */
    boolean isUnlisted() {
        return open && !listed;
    }

    boolean isReady() {
        return open && listed;
    }

    boolean read() {
        boolean unread = client.filter(checking -> !checking.isRead()).isPresent();
        client.ifPresent(CheckingClient::read);
        return unread;
    }

    /** The conversations were read: those that were known are resumed. */
    void listed(List<Conversation> conversations) {
        listed = true;
        resume(rooms.listed(conversations, epoch()));
    }

    void post(Posting posting) {
        posting.send(node, () -> !lost);
    }

    void close() {
        session.ifPresent(LiveSession::close);
        lose();
    }

    void lose() {
        if (!lost) {
            lost = true;
            client.ifPresent(CheckingClient::lost);
            rooms.disconnected();
            over.run();
        }
    }

    void expectEach() {
        client.ifPresent(CheckingClient::expectEach);
    }

    @Override
    public void take(Delivery delivery) {
        if (rooms.take(delivery, epoch())) {
            resume(List.of(delivery.room().id()));
        }
    }

    @Override
    public void take(Notice.Body told) {
        rooms.take(told, epoch()).ifPresent(room -> resume(List.of(room)));
    }

    @Override
    public void ended(EndReason reason) {
        lose();
    }

    /** Asks for what was missed of these rooms, as far as the node knows that the user is in them. */
    private void resume(Collection<RoomId> wanted) {
        Map<RoomId, Optional<Revision>> cursors = new LinkedHashMap<>();
        wanted.stream()
                .filter(room -> open && node.isMember(rooms.user(), room))
                .forEach(room -> cursors.put(room, ask(room)));
        if (!cursors.isEmpty()) {
            session.ifPresent(live -> live.resume(cursors));
        }
    }

    private Optional<Revision> ask(RoomId room) {
        Optional<Revision> cursor = rooms.ask(room, epoch());
        client.ifPresent(checking -> checking.asks(room, cursor));
        return cursor;
    }

    private Epoch epoch() {
        return session.orElseThrow().epoch();
    }
}
