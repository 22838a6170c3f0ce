package io.chatsphere.benchmarks.size;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How many messages lie where.
 *
 * @param name of the database that holds them
 * @param first messages in the first room
 * @param each messages in every other room
 */
record Shape(String name, int first, int each) {
    /** So many rooms, all of them the reader's. */
    static final int ROOMS = 1000;

    /** So many people wrote the messages. */
    static final int SENDERS = 200;

    /** The reader's id. */
    static final UserId READER = new UserId(md5("reader"));

    /** The id of one who writes. */
    static UserId sender(int number) {
        return new UserId(md5("user" + number));
    }

    /** The id of a room, of which the first is 1. */
    static RoomId room(int number) {
        return new RoomId(md5("room" + number));
    }

    /** How many messages were in a room at first. */
    int messages(int room) {
        return room == 1 ? first : each;
    }

    private static UUID md5(String text) {
        // PostgreSQL's md5(text)::uuid takes the digest's bits as they are.
        return Md5.uuid(text.getBytes(StandardCharsets.UTF_8));
    }
}
