package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import java.util.ArrayList;
import java.util.List;

/** One of perhaps several storages on a database: a node, as far as the database can tell. */
record TestNode(PostgresStorage postgres, Storage storage, TestChat chat) implements AutoCloseable {
    static TestNode on(TestDatabase database) {
        return on(database.config());
    }

    static TestNode on(PostgresConfig config) {
        PostgresStorage postgres = new PostgresStorage(config);
        postgres.open();
        return new TestNode(postgres, postgres.storage(), new TestChat(postgres.storage()));
    }

    /** Everything that was ever sent into the room, in the order of revisions. */
    List<Message> log(RoomId room) {
        List<Message> log = new ArrayList<>();
        Revision after = Revision.ZERO;
        RoomChanges page;
        do {
            page = storage.changes().since(room, after, 1_000);
            for (RoomChange change : page.changes()) {
                if (change instanceof RoomChange.OfMessage sent) {
                    log.add(sent.message());
                }
            }
            after = page.upTo();
        } while (!page.complete());
        return log;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
