package io.chatsphere.adapter.postgres;

import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A store in which people have talked: rooms of so many messages each, and a reader who is in all of them and read nothing. */
final class History implements AutoCloseable {
    private static final int ROOMS = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final int each;
    private final User reader;
    private final User author;
    private final List<RoomId> rooms;

    /** @param each how many messages a room holds */
    History(int each) {
        this.each = each;
        try (PostgresStorage postgres = open()) {
            TestChat chat = new TestChat(postgres.storage());
            this.rooms = IntStream.range(0, ROOMS)
                    .mapToObj(room -> chat.publicRoom())
                    .toList();
            this.reader = chat.member(rooms.toArray(RoomId[]::new));
            this.author = chat.member();
        }
        talk();
    }

    int each() {
        return each;
    }

    User reader() {
        return reader;
    }

    User author() {
        return author;
    }

    /** One of the rooms; which one, matters to nobody. */
    RoomId room() {
        return rooms.getFirst();
    }

    /** How many pages of tables and indexes so many rounds of work touch. */
    long pagesOf(int rounds, Consumer<Storage> work) {
        try (PostgresStorage postgres = open()) {
            return new TableReads(database).pagesOf(postgres, rounds, () -> work.accept(postgres.storage()));
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private PostgresStorage open() {
        PostgresStorage postgres =
                new PostgresStorage(database.config().withPoolSize(1).withWriters(1));
        postgres.open();
        return postgres;
    }

    /** In all rooms in turn, every fiftieth message is deleted; then tidied up, as the server does it in time. */
    private void talk() {
        database.execute(
                "INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,"
                        + " message_type, request_hash, client_message_id, deleted_at, content)"
                        + " SELECT c.room_id, p, gen_random_uuid(), p, p, '" + author.id()
                        + "', now(), 'TEXT', gen_random_uuid(),"
                        + " 'c' || p, CASE WHEN p % 50 = 0 THEN now() END, CASE WHEN p % 50 > 0 THEN repeat('text ', 20) END"
                        + " FROM generate_series(1, " + each + ") p CROSS JOIN room_counters c");
        database.execute(
                "UPDATE room_counters SET position = " + each + ", revision = " + each + ", last_message_at = now()");
        database.execute("VACUUM ANALYZE");
    }
}
