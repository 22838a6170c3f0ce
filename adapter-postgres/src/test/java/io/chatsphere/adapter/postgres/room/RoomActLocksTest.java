package io.chatsphere.adapter.postgres.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts in a room while appends, joins and other acts hold its counter. */
final class RoomActLocksTest {
    private static final int MANY = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final RoomRepository rooms = postgres.storage().rooms();
    private Connection other;
    private User owner;
    private RoomId room;

    @BeforeEach
    void open() throws SQLException {
        postgres.open();
        other = database.connect();
        other.setAutoCommit(false);
        owner = chat.member();
        room = chat.group(owner);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        postgres.close();
        database.close();
    }

    @Test
    void an_act_decides_by_what_the_lock_waited_for() throws SQLException {
        execute("UPDATE room_counters SET revision = 1, access_revision = 1 WHERE room_id = '" + room + "'");
        execute("UPDATE rooms SET name = 'Renamed', revision = 1 WHERE id = '" + room + "'");
        try (Tasks tasks = new Tasks()) {
            Future<RoomUpdate> archived = tasks.start(() -> rooms.update(
                    room,
                    access -> {
                        assertThat(access.room().details().name()).isEqualTo("Renamed");
                        assertThat(access.revision()).isEqualTo(new Revision(1));
                        return new RoomAct.Archive();
                    },
                    Fixtures.NOW));
            awaitWaiting();
            other.commit();

            Room after = Tasks.result(archived).described().orElseThrow();

            assertThat(after.revision()).isEqualTo(new Revision(2));
            assertThat(after.details().name()).isEqualTo("Renamed");
        }
    }

    @Test
    void an_act_that_waits_too_long_changes_nothing() throws SQLException {
        execute("SELECT 1 FROM room_counters WHERE room_id = '" + room + "' FOR NO KEY UPDATE");

        assertThatThrownBy(() -> rooms.update(room, access -> new RoomAct.Archive(), Fixtures.NOW))
                .isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        assertThat(rooms.findAccess(room).orElseThrow().room().isArchived()).isFalse();
    }

    @Test
    void a_draft_that_was_judged_before_an_act_is_stale_behind_it() {
        User member = admitted(chat.member());
        MessageDraft draft = chat.draft(room, member, "text");
        rooms.update(room, access -> new RoomAct.Remove(member.id()), Fixtures.NOW);

        assertThat(postgres.storage().messages().append(List.of(draft)))
                .containsExactly(new Appended.Stale());
    }

    @Test
    void parallel_acts_and_messages_share_one_row_of_revisions_without_holes() {
        List<User> users = IntStream.range(0, MANY).mapToObj(i -> chat.member()).toList();
        RoomId open = chat.publicRoom();

        Tasks.parallel(3 * MANY, i -> switch (i % 3) {
            case 0 -> rooms.update(open, access -> new RoomAct.Admit(users.get(i / 3).id(), RoomRole.MEMBER), Fixtures.NOW);
            case 1 -> rooms.update(open, access -> new RoomAct.Describe(Fixtures.details()), Fixtures.NOW);
            default -> postgres.storage().messages().append(List.of(chat.draft(open, owner, "text")));
        });

        Revision head = postgres.storage().changes().heads(List.of(open)).get(open);
        List<RoomChange> changes =
                postgres.storage().changes().since(open, Revision.ZERO, 1000).changes();
        assertThat(changes.stream().map(RoomChange::revision).distinct()).hasSameSizeAs(changes);
        assertThat(head.value()).isBetween(2L * MANY, 3L * MANY);
        assertThat(changes.getLast().revision()).isEqualTo(head);
        assertThat(changes.stream().filter(RoomChange.OfMembership.class::isInstance)).hasSize(MANY);
    }

    @Test
    void members_of_many_rooms_are_changed_in_parallel_without_a_deadlock() {
        User one = admitted(chat.member());
        User two = admitted(chat.member());
        RoomId second = chat.group(owner);
        List.of(one, two).forEach(user -> admit(second, user));
        long before = userHead(one) + userHead(two);

        Tasks.parallel(2 * MANY, i -> {
            RoomId where = i % 2 == 0 ? room : second;
            return rooms.update(
                    where,
                    access -> access.roles().get(one.id()) == RoomRole.OWNER
                            ? new RoomAct.Transfer(one.id(), two.id())
                            : new RoomAct.Transfer(two.id(), one.id()),
                    Fixtures.NOW);
        });

        assertThat(userHead(one) + userHead(two) - before).isEqualTo(4L * MANY);
        assertThat(heads()).containsOnly(2L + 2L * MANY);
    }

    private LongStream heads() {
        return postgres.storage().changes().heads(List.of(room)).values().stream().mapToLong(Revision::value);
    }

    private User admitted(User user) {
        admit(room, user);
        return user;
    }

    private void admit(RoomId where, User user) {
        rooms.update(where, access -> new RoomAct.Admit(user.id(), RoomRole.MEMBER), Fixtures.NOW);
    }

    private long userHead(User user) {
        return postgres.storage()
                .changes()
                .userHeads(List.of(user.id()))
                .get(user.id())
                .value();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }
}
