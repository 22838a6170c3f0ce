package io.chatsphere.adapter.redis.wire;

import io.chatsphere.adapter.redis.wire.BusMessage.OfRoom;
import io.chatsphere.adapter.redis.wire.BusMessage.OfSignal;
import io.chatsphere.adapter.redis.wire.BusMessage.OfUser;
import io.chatsphere.domain.delivery.RoomChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes and reads {@link BusMessage}s. Each begins with the version of the form and the node it comes from. Whoever changes
 * the form of anything in it raises the version: nodes of two versions then skip each other's messages, and the sweep carries
 * what they miss. Thread-safe.
 */
public final class BusCodec {
    static final int VERSION = 1;

    private static final int ROOM = 1;
    private static final int USER = 2;
    private static final int SIGNAL = 3;

    private final UUID node;

    /**
     * For this node.
     *
     * @param node unique in every life of a node
     */
    public BusCodec(UUID node) {
        this.node = node;
    }

    /** The message's form, as from this node. */
    public byte[] encode(BusMessage message) {
        ByteWriter out = new ByteWriter();
        out.one(VERSION);
        out.id(node);
        switch (message) {
            case OfRoom(List<RoomChange> changes) -> {
                out.one(ROOM);
                out.number(changes.size());
                changes.forEach(change -> ChangeForm.write(out, change));
            }
            case OfUser(var change) -> {
                out.one(USER);
                ChangeForm.write(out, change);
            }
            case OfSignal(var signal) -> {
                out.one(SIGNAL);
                SignalForm.write(out, signal);
            }
        }
        return out.bytes();
    }

    /**
     * The message; empty if it comes from this node.
     *
     * @throws UnreadableMessageException if it is of another version, or no message at all
     */
    public Optional<BusMessage> decode(byte[] form) throws UnreadableMessageException {
        try {
            ByteReader in = new ByteReader(form);
            int version = in.one();
            if (version != VERSION) {
                throw new UnreadableMessageException("version " + version + " instead of " + VERSION);
            }
            return in.id().equals(node) ? Optional.empty() : Optional.of(message(in));
        } catch (RuntimeException e) {
            // Whatever it is that a reader or a value stumbles over.
            throw new UnreadableMessageException(e.getClass().getSimpleName());
        }
    }

    private static BusMessage message(ByteReader in) {
        BusMessage message = switch (in.one()) {
            case ROOM -> new OfRoom(changes(in));
            case USER -> new OfUser(ChangeForm.readUserChange(in));
            case SIGNAL -> new OfSignal(SignalForm.read(in));
            default -> throw new IllegalArgumentException("unknown kind");
        };
        if (!in.isDone()) {
            throw new IllegalArgumentException("more than a message");
        }
        return message;
    }

    private static List<RoomChange> changes(ByteReader in) {
        List<RoomChange> changes = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            changes.add(ChangeForm.readRoomChange(in));
        }
        return changes;
    }
}
