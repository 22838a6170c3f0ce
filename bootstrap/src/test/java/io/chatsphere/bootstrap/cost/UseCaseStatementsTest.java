package io.chatsphere.bootstrap.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.postgres.CountingSource;
import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.delivery.ResumeRooms;
import io.chatsphere.application.delivery.RoomCursor;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.Register;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a use case takes, whatever the number of members, messages and, where it can be, rooms. */
final class UseCaseStatementsTest {
    private static final int MANY = 8;
    private static final int PAGE = 10;

    /** Lock and look up; insert, move the counters and commit. */
    private static final int SEND = 2;

    /** Access and membership; a look before the lock, the lock, the look behind it, the user's counter and the mark. */
    private static final int MARK = 7;

    /** The counter, then what changed of messages, of members and of the room itself. */
    private static final int RESUME = 4;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** Nothing sweeps while statements are counted. */
    private static final LiveSettings CALM = new LiveSettings(5, Duration.ofHours(1), Duration.ofSeconds(20));

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CountingSource SOURCE = CountingSource.over(DATABASE.config());
    private static final PostgresStorage POSTGRES = new PostgresStorage(SOURCE.counted());

    /** Not counted, and quick: it keeps its connections. */
    private static final PostgresStorage BESIDE = new PostgresStorage(DATABASE.config());

    private static final TestChat TOWN = new TestChat(BESIDE.storage());
    private static final ChatSphere CHAT =
            ChatSphere.builder().storage(POSTGRES.storage()).live(CALM).build();
    private Caller caller;

    @BeforeAll
    static void open() {
        POSTGRES.open();
        BESIDE.open();
        CHAT.open();
    }

    @AfterAll
    static void close() {
        CHAT.close();
        BESIDE.close();
        POSTGRES.close();
        DATABASE.close();
    }

    @BeforeEach
    void enter() {
        caller = CHAT.accounts()
                .ensure()
                .handle(new EnsureUser.Command(
                        new UserId(UUID.randomUUID()), Fixtures.username(), new DisplayName("Anna")));
    }

    @Test
    void sending_takes_two_statements_however_many_messages_are_sent_and_members_there() {
        RoomAddress room = address(TOWN.publicRoom());
        RoomAddress crowded = address(crowdedRoom());
        sendAndHear(connect(), List.of(room, crowded));

        assertThat(SOURCE.statementsOf(() -> send(room, 1))).isLessThanOrEqualTo(SEND);
        assertThat(SOURCE.statementsOf(() -> send(room, MANY))).isLessThanOrEqualTo(SEND);
        assertThat(SOURCE.statementsOf(() -> send(crowded, 1))).isLessThanOrEqualTo(SEND);
    }

    @Test
    void sending_to_many_rooms_at_once_takes_two_statements_for_each_writer() {
        List<RoomAddress> rooms = rooms(MANY);
        sendAndHear(connect(), rooms);
        List<SendMessage.Draft> drafts =
                rooms.stream().map(room -> SendMessage.Draft.text(room, "text")).toList();

        assertThat(SOURCE.statementsOf(() -> send(drafts))).isLessThanOrEqualTo(PostgresConfig.DEFAULT_WRITERS * SEND);
    }

    @Test
    void who_is_not_connected_is_looked_up_with_two_more() {
        RoomAddress room = address(crowdedRoom());
        send(room, 1);

        assertThat(SOURCE.statementsOf(() -> send(room, 1))).isLessThanOrEqualTo(SEND + 2);
    }

    @Test
    void a_page_of_history_takes_four_statements_at_any_depth_and_with_any_number_of_members() {
        RoomAddress room = address(crowdedRoom());
        send(room, 3 * PAGE);

        List.of(
                        new Range.Offset(0),
                        new Range.Offset(2 * PAGE),
                        new Range.Before(new Position(PAGE)),
                        new Range.After(Position.NONE))
                .forEach(range -> assertThat(SOURCE.statementsOf(() -> history(room, range)))
                        .isLessThanOrEqualTo(4));
    }

    @Test
    void conversations_take_one_statement_however_many_there_are() {
        assertThat(SOURCE.statementsOf(() -> conversations())).isEqualTo(1);
        rooms(MANY).forEach(room -> send(room, 1));
        assertThat(SOURCE.statementsOf(() -> conversations())).isEqualTo(1);
    }

    @Test
    void marking_read_takes_seven_statements_however_much_is_read() {
        RoomId room = TOWN.publicRoom();
        User talker = TOWN.member(room);
        send(address(room), 1);
        TOWN.send(room, talker, 1);
        assertThat(SOURCE.statementsOf(() -> markRead(room))).isLessThanOrEqualTo(MARK);
        TOWN.send(room, talker, MANY);
        assertThat(SOURCE.statementsOf(() -> markRead(room))).isLessThanOrEqualTo(MARK);
    }

    @Test
    void signing_in_takes_two_statements_and_each_request_one() {
        Password password = new Password("correct horse");
        String token = CHAT.accounts()
                .register()
                .handle(new Register.Command(
                        new Email("bert@example.org"),
                        new Username("bert"),
                        new DisplayName("Bert"),
                        password,
                        Device.UNKNOWN))
                .accessToken();
        LogIn.Command logIn = new LogIn.Command("bert", password, Device.UNKNOWN);

        assertThat(SOURCE.statementsOf(() -> CHAT.logins().logIn().handle(logIn)))
                .isLessThanOrEqualTo(2);
        assertThat(SOURCE.statementsOf(() -> CHAT.logins().authenticate().handle(token)))
                .isEqualTo(1);
    }

    @Test
    void a_session_opens_with_two_statements_where_its_rooms_are_followed_already() {
        sendAndHear(connect(), rooms(MANY));

        assertThat(SOURCE.statementsOf(this::connect)).isLessThanOrEqualTo(2);
    }

    @Test
    void a_room_is_resumed_with_four_statements_whoever_is_there() {
        List<RoomAddress> rooms = rooms(MANY);
        RoomAddress crowded = address(crowdedRoom());
        Heard heard = connect();
        sendAndHear(heard, rooms);
        sendAndHear(heard, List.of(crowded));

        assertThat(SOURCE.statementsOf(() -> resume(heard, List.of(crowded)))).isLessThanOrEqualTo(RESUME);
        assertThat(SOURCE.statementsOf(() -> resume(heard, rooms))).isLessThanOrEqualTo(MANY * RESUME);
    }

    private void send(RoomAddress room, int messages) {
        send(IntStream.range(0, messages)
                .mapToObj(i -> SendMessage.Draft.text(room, "text"))
                .toList());
    }

    private void send(List<SendMessage.Draft> drafts) {
        assertThat(CHAT.messages().send().handle(new SendMessage.Command(caller, drafts)))
                .allMatch(Outcome.Sent.class::isInstance);
    }

    private void history(RoomAddress room, Range range) {
        assertThat(CHAT.messages()
                        .history()
                        .handle(caller, new ReadHistory.Query(room, range, false, 10))
                        .messages())
                .isNotEmpty();
    }

    private void conversations() {
        assertThat(CHAT.conversations()
                        .list()
                        .handle(caller, Optional.empty(), 2 * MANY)
                        .conversations())
                .isNotEmpty();
    }

    private void markRead(RoomId room) {
        CHAT.conversations().markRead().handle(new MarkRead.Command(caller, address(room), Optional.empty()));
    }

    private Heard connect() {
        Heard heard = new Heard();
        CHAT.connect(caller, heard);
        return heard;
    }

    /** What the session hears of the rooms has been read by then. */
    private void sendAndHear(Heard heard, List<RoomAddress> rooms) {
        int before = heard.deliveries.get();
        rooms.forEach(room -> send(room, 1));
        await().atMost(DEADLINE).until(() -> heard.deliveries.get() == before + rooms.size());
    }

    private void resume(Heard heard, List<RoomAddress> rooms) {
        int before = heard.resumed.get();
        LiveSession session = heard.session.get();
        List<RoomCursor> cursors =
                rooms.stream().map(room -> new RoomCursor(room, Revision.ZERO)).toList();
        CHAT.missed().resume().handle(new ResumeRooms.Command(session, session.epoch(), cursors));
        await().atMost(DEADLINE).until(() -> heard.resumed.get() == before + rooms.size());
    }

    private List<RoomAddress> rooms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> address(TOWN.publicRoom()))
                .toList();
    }

    private RoomId crowdedRoom() {
        RoomId room = TOWN.publicRoom();
        IntStream.range(0, MANY).forEach(i -> TOWN.member(room));
        return room;
    }

    private RoomAddress address(RoomId room) {
        return new RoomAddress.Public(BESIDE.storage()
                .rooms()
                .findAccess(room)
                .orElseThrow()
                .room()
                .slug()
                .orElseThrow());
    }

    /** Counts what a session hears. */
    private static final class Heard implements LiveListener {
        private final AtomicReference<LiveSession> session = new AtomicReference<>();
        private final AtomicInteger deliveries = new AtomicInteger();
        private final AtomicInteger resumed = new AtomicInteger();

        @Override
        public void opened(LiveSession opened) {
            session.set(opened);
        }

        @Override
        public boolean offer(Delivery delivery) {
            deliveries.incrementAndGet();
            return true;
        }

        @Override
        public void notice(Notice notice) {
            if (notice.body() instanceof Notice.Body.Resumed) {
                resumed.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void ended(EndReason reason) {}
    }
}
