package io.chatsphere.adapter.postgres.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.OtherTransaction;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.sql.SQLException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts in a room while other transactions hold its counter, or those of its members. */
final class RoomActLocksTest {
    private static final int MANY = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final RoomRepository rooms = postgres.storage().rooms();
    private OtherTransaction other;
    private User owner;
    private User member;
    private RoomId room;

    @BeforeEach
    void open() throws SQLException {
        postgres.open();
        other = new OtherTransaction(database);
        owner = chat.member();
        member = chat.member();
        room = chat.groupOf(owner, member);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        postgres.close();
        database.close();
    }

    @Test
    void an_act_decides_by_what_the_lock_waited_for() throws SQLException {
        other.execute("UPDATE room_counters SET revision = 1, access_revision = 1 WHERE room_id = '" + room + "'");
        other.execute("UPDATE rooms SET name = 'Renamed', revision = 1 WHERE id = '" + room + "'");
        try (Tasks tasks = new Tasks()) {
            Future<RoomUpdate> archived =
                    tasks.start(() -> rooms.update(room, RoomActLocksTest::archiveRenamed, Fixtures.NOW));
            other.awaitWaiting();
            other.commit();

            Room after = Tasks.result(archived).described().orElseThrow();

            assertThat(after.revision()).isEqualTo(new Revision(2));
            assertThat(after.details().name()).isEqualTo("Renamed");
        }
    }

    @Test
    void an_act_that_waits_too_long_for_its_room_or_a_member_changes_nothing() throws SQLException {
        RoomAccess before = rooms.findAccess(room).orElseThrow();
        other.lock("room_counters", "room_id", room);
        assertThatThrownBy(() -> act(room, new RoomAct.Archive())).isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        other.lock("user_counters", "user_id", member.id());
        assertThatThrownBy(() -> act(room, new RoomAct.Remove(member.id())))
                .isInstanceOf(ChatException.Unavailable.class);
        other.rollback();

        assertThat(rooms.findAccess(room)).contains(before);
        assertThat(chat.revision(room)).isEqualTo(Revision.ZERO);
    }

    @Test
    void what_a_room_says_about_itself_changes_without_any_members_counter() throws SQLException {
        other.lock("user_counters", "user_id", owner.id());

        assertThat(act(room, new RoomAct.Describe(Fixtures.details())).described())
                .isPresent();
    }

    @Test
    void members_of_several_rooms_are_changed_in_parallel_without_a_deadlock() {
        RoomId second = chat.groupOf(member, owner);

        Tasks.parallel(MANY, i -> {
            boolean even = i % 2 == 0;
            return rooms.update(even ? room : second, this::handOver, Fixtures.NOW);
        });

        assertThat(chat.revision(room)).isEqualTo(new Revision(MANY));
        assertThat(chat.revision(second)).isEqualTo(new Revision(MANY));
        assertThat(chat.revision(owner)).isEqualTo(new Revision(2 + MANY));
        assertThat(chat.revision(member)).isEqualTo(new Revision(2 + MANY));
    }

    private static RoomAct archiveRenamed(RoomAccess access) {
        assertThat(access.room().details().name()).isEqualTo("Renamed");
        assertThat(access.revision()).isEqualTo(new Revision(1));
        return new RoomAct.Archive();
    }

    private RoomAct handOver(RoomAccess access) {
        return access.roles().get(owner.id()) == RoomRole.OWNER
                ? new RoomAct.Transfer(owner.id(), member.id())
                : new RoomAct.Transfer(member.id(), owner.id());
    }

    private RoomUpdate act(RoomId where, RoomAct act) {
        return rooms.update(where, access -> act, Fixtures.NOW);
    }
}
