package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Ticket;
import io.chatsphere.domain.login.TicketHash;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server counts the rows that it reads: what the product really asks must read few, however many there are. */
final class IndexUseTest {
    private static final int ROUNDS = 10;
    private static final int PAGE = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final TableReads reads = new TableReads(database);
    private final PostgresStorage postgres =
            new PostgresStorage(database.config().withPoolSize(1).withWriters(1));
    private final Storage storage = postgres.storage();
    private final TestChat chat = new TestChat(storage);
    private User user;
    private NewLogin login;
    private RefreshTokenHash token;
    private RoomId room;
    private Message message;

    @BeforeEach
    void open() {
        postgres.open();
        user = chat.member();
        login = Fixtures.login(user.id());
        storage.logins().open(login);
        token = login.refreshToken();
        room = chat.publicRoom();
        message = chat.send(chat.request(room, user, "first", "text"));
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void on_large_tables_every_hot_query_reads_by_an_index_and_no_more_than_it_needs() {
        fill();
        database.execute("ANALYZE");

        assertFewRowsAreReadBy(this::everythingHot, List.of("messages", "users", "logins", "refresh_tokens"));
    }

    @Test
    void plans_that_were_made_while_tables_were_small_stay_good() {
        for (int round = 0; round < ROUNDS; round++) {
            everythingHot();
        }
        fill();

        assertFewRowsAreReadBy(this::everythingHot, List.of("messages", "users", "logins", "refresh_tokens"));
    }

    @Test
    void who_may_do_what_in_a_public_room_is_decided_without_reading_its_members() {
        fill();
        database.execute(
                "INSERT INTO room_members (room_id, user_id, role, joined_revision, joined_position, joined_at,"
                        + " user_revision) SELECT '" + room + "', id, 'MEMBER', 0, 0, now(), 1 FROM users"
                        + " ON CONFLICT DO NOTHING");
        database.execute("ANALYZE");

        assertFewRowsAreReadBy(() -> storage.rooms().findAccess(room), List.of("rooms", "room_members"));
    }

    private void everythingHot() {
        chat.send(chat.request(room, user, "r" + Fixtures.unique(), "text"));
        chat.send(chat.reply(message, user, "text"));
        storage.messages().find(message.id());
        storage.messages().findRepeat(room, user.id(), new ClientMessageId("first"));
        history(new Range.Offset(0));
        history(new Range.Offset(PAGE));
        history(new Range.Before(new Position(Integer.MAX_VALUE)));
        history(new Range.After(new Position(1)));
        Revision head = storage.changes().heads(List.of(room)).get(room);
        storage.changes().since(room, new Revision(head.value() - 2), PAGE);
        storage.changes().userState(user.id());
        storage.changes().userSince(user.id(), Revision.ZERO);
        storage.logins().findActive(login.login().id(), Fixtures.NOW);
        accounts();
        storage.rooms().findAccess(room);
        storage.rooms().listPublic(Optional.empty(), PAGE);
    }

    private void accounts() {
        UserRepository users = storage.users();
        users.find(user.id());
        users.findCredentials(user.username().value());
        users.findCredentials(user.id());
        users.findSummaries(List.of(user.id(), Fixtures.userId()));
        users.search("user1", Optional.empty(), PAGE);
        users.search("", Optional.of(new Username("user3000")), PAGE);
        users.search(user.displayName().value(), Optional.empty(), PAGE);
        users.search("nobody", Optional.empty(), PAGE);
        users.update(
                user.id(),
                one -> one.withProfile(new DisplayName("N" + Fixtures.unique()), one.avatarUrl(), one.bio()));
        users.seen(Map.of(user.id(), Fixtures.NOW, Fixtures.userId(), Fixtures.NOW));
        users.changePassword(user.id(), Fixtures.HASH, Optional.of(login.login().id()), Fixtures.NOW);
        logins();
    }

    private void logins() {
        LoginRepository logins = storage.logins();
        RefreshTokenHash next = Fixtures.login(user.id()).refreshToken();
        logins.renew(token, next, Fixtures.NOW, Fixtures.LATER);
        logins.renew(token, next, Fixtures.NOW, Fixtures.LATER);
        token = next;
        logins.findByRefreshToken(token, Fixtures.NOW);
        logins.listActive(user.id(), Fixtures.NOW);
        NewLogin other = Fixtures.login(user.id());
        logins.open(other);
        TicketHash ticket = Ticket.next(ThreadLocalRandom.current()).hash();
        logins.addTicket(ticket, other.login().id(), Fixtures.LATER);
        logins.redeem(ticket, Fixtures.NOW);
        logins.end(other.login().id(), user.id(), Fixtures.NOW);
        logins.purge(Fixtures.NOW);
    }

    private void history(Range range) {
        storage.messages().history(new HistoryQuery(room, range, Position.NONE, false, PAGE));
    }

    /** The table then holds 20,000 messages in one room, of which half are the user's own. */
    private void fill() {
        database.execute("INSERT INTO users (id, username, username_key, display_name, display_name_key, provider,"
                + " is_active, created_at)"
                + " SELECT gen_random_uuid(), 'user' || i, 'user' || i, 'Name ' || i, 'name ' || i, 'host', true, now()"
                + " FROM generate_series(1, 5000) i");
        database.execute("INSERT INTO logins (id, user_id, device, address, created_at, last_seen_at, expires_at)"
                + " SELECT gen_random_uuid(), id, '', '', now(), now(), '" + Fixtures.LATER + "' FROM users");
        database.execute("INSERT INTO refresh_tokens (hash, family, created_at, expires_at)"
                + " SELECT decode(md5(id::text), 'hex'), id, created_at, expires_at FROM logins");
        database.execute(
                "INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,"
                        + " message_type, client_message_id, content) SELECT '" + room
                        + "', i, gen_random_uuid(), i, i,"
                        + " CASE WHEN i % 2 = 0 THEN '" + user.id()
                        + "'::uuid ELSE (SELECT id FROM users LIMIT 1) END, now(),"
                        + " 'TEXT', 'x' || i, 'text' FROM generate_series(1000, 21000) i");
        database.execute("UPDATE room_counters SET position = 21000, revision = 21000 WHERE room_id = '" + room + "'");
    }

    private void assertFewRowsAreReadBy(Runnable work, List<String> tables) {
        reads.awaitCounted("messages", 20_000);

        assertThat(reads.rowsOf(postgres, ROUNDS, work, tables)).isLessThan(ROUNDS * 50L * PAGE);
    }
}
