package io.chatsphere.adapter.redis;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Viewer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Ids as bytes, one behind the other: 16 each, which Redis sorts as their spelling does. */
final class IdBytes {
    private static final int ID = 16;

    private IdBytes() {}

    static byte[] ofUsers(Collection<UserId> users) {
        ByteBuffer buffer = ByteBuffer.allocate(users.size() * ID);
        users.forEach(user -> put(buffer, user.value()));
        return buffer.array();
    }

    static byte[] ofRooms(Collection<RoomId> rooms) {
        ByteBuffer buffer = ByteBuffer.allocate(rooms.size() * ID);
        rooms.forEach(room -> put(buffer, room.value()));
        return buffer.array();
    }

    /** Of each first the room. */
    static byte[] ofViewers(Collection<Viewer> viewers) {
        ByteBuffer buffer = ByteBuffer.allocate(viewers.size() * 2 * ID);
        viewers.forEach(viewer -> {
            put(buffer, viewer.room().value());
            put(buffer, viewer.user().value());
        });
        return buffer.array();
    }

    static List<UserId> users(byte[] bytes) {
        return read(bytes, buffer -> new UserId(get(buffer)));
    }

    static List<Viewer> viewers(byte[] bytes) {
        return read(bytes, buffer -> {
            RoomId room = new RoomId(get(buffer));
            return new Viewer(new UserId(get(buffer)), room);
        });
    }

    private static <T> List<T> read(byte[] bytes, Function<ByteBuffer, T> next) {
        List<T> read = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            read.add(next.apply(buffer));
        }
        return read;
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID get(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
