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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How many statements a use case takes, whatever the number of members, messages and, where it can be, rooms. */
final class UseCaseStatementsTest {
    private static final int MANY = 20;
    private static final int PAGE = 10;

    /** Lock and look up; insert, move the counters and commit. */
    private static final int SEND = 2;

    /** Access and membership; a look before the lock, the lock, the look behind it, the user's counter and the mark. */
    private static final int MARK = 7;

    /** The counter, then what changed of messages, of members and of the room itself. */
    private static final int RESUME = 4;

    private static final Password PASSWORD = new Password("correct horse");
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** Nothing sweeps while statements are counted. */
    private static final LiveSettings CALM = new LiveSettings(5, Duration.ofHours(1), Duration.ofSeconds(20));

    private final TestDatabase database = TestDatabase.fresh();
    private final CountingSource source = new CountingSource(source(database.config()));
    private final PostgresStorage postgres = new PostgresStorage(source.counted());
    private final TestChat town = new TestChat(postgres.storage());
    private final ChatSphere chat =
            ChatSphere.builder().storage(postgres.storage()).live(CALM).build();
    private Caller caller;

    @BeforeEach
    void open() {
        postgres.open();
        chat.open();
        caller = chat.accounts()
                .ensure()
                .handle(new EnsureUser.Command(
                        new UserId(UUID.randomUUID()), new Username("anna"), new DisplayName("Anna")));
    }

    @AfterEach
    void close() {
        chat.close();
        postgres.close();
        database.close();
    }

    @Test
    void sending_takes_two_statements_however_many_messages_are_sent_and_members_there() {
        RoomAddress room = address(town.publicRoom());
        RoomAddress crowded = address(crowdedRoom());
        sendAndHear(connect(), List.of(room, crowded));

        assertThat(source.statementsOf(() -> send(room, 1))).isLessThanOrEqualTo(SEND);
        assertThat(source.statementsOf(() -> send(room, MANY))).isLessThanOrEqualTo(SEND);
        assertThat(source.statementsOf(() -> send(crowded, 1))).isLessThanOrEqualTo(SEND);
    }

    @Test
    void sending_to_many_rooms_at_once_takes_two_statements_for_each_writer() {
        List<RoomAddress> rooms = rooms(MANY);
        sendAndHear(connect(), rooms);
        List<SendMessage.Draft> drafts =
                rooms.stream().map(room -> SendMessage.Draft.text(room, "text")).toList();

        assertThat(source.statementsOf(() -> send(drafts))).isLessThanOrEqualTo(PostgresConfig.DEFAULT_WRITERS * SEND);
    }

    @Test
    void who_is_not_connected_is_looked_up_with_two_more() {
        RoomAddress room = address(crowdedRoom());
        send(room, 1);

        assertThat(source.statementsOf(() -> send(room, 1))).isLessThanOrEqualTo(SEND + 2);
    }

    @Test
    void a_page_of_history_takes_four_statements_at_any_depth_and_with_any_number_of_members() {
        RoomAddress room = address(crowdedRoom());
        send(room, 3 * PAGE);

        List.of(new Range.Offset(0), new Range.Offset(2 * PAGE), new Range.Before(new Position(PAGE)), new Range.After(Position.NONE))
                .forEach(range -> assertThat(source.statementsOf(() -> history(room, range)))
                        .isLessThanOrEqualTo(4));
    }

    @Test
    void conversations_take_one_statement_however_many_there_are() {
        assertThat(source.statementsOf(() -> conversations())).isEqualTo(1);
        rooms(MANY).forEach(room -> send(room, 1));
        assertThat(source.statementsOf(() -> conversations())).isEqualTo(1);
    }

    @Test
    void marking_read_takes_seven_statements_however_much_is_read() {
        RoomId room = town.publicRoom();
        User talker = town.member(room);
        send(address(room), 1);
        town.send(room, talker, 1);
        assertThat(source.statementsOf(() -> markRead(room))).isLessThanOrEqualTo(MARK);
        town.send(room, talker, MANY);
        assertThat(source.statementsOf(() -> markRead(room))).isLessThanOrEqualTo(MARK);
    }

    @Test
    void signing_in_takes_two_statements_and_each_request_one() {
        Password password = new Password("correct horse");
        String token = chat.accounts()
                .register()
                .handle(new Register.Command(
                        new Email("bert@example.org"),
                        new Username("bert"),
                        new DisplayName("Bert"),
                        password,
                        Device.UNKNOWN))
                .accessToken();
        LogIn.Command logIn = new LogIn.Command("bert", password, Device.UNKNOWN);

        assertThat(source.statementsOf(() -> chat.logins().logIn().handle(logIn))).isLessThanOrEqualTo(2);
        assertThat(source.statementsOf(() -> chat.logins().authenticate().handle(token)))
                .isEqualTo(1);
    }

    @Test
    void a_session_opens_with_two_statements_where_its_rooms_are_followed_already() {
        sendAndHear(connect(), rooms(MANY));

        assertThat(source.statementsOf(this::connect)).isLessThanOrEqualTo(2);
    }

    @Test
    void a_room_is_resumed_with_four_statements_whoever_is_there() {
        List<RoomAddress> rooms = rooms(MANY);
        RoomAddress crowded = address(crowdedRoom());
        Heard heard = connect();
        sendAndHear(heard, rooms);
        sendAndHear(heard, List.of(crowded));

        assertThat(source.statementsOf(() -> resume(heard, List.of(crowded)))).isLessThanOrEqualTo(RESUME);
        assertThat(source.statementsOf(() -> resume(heard, rooms))).isLessThanOrEqualTo(MANY * RESUME);
    }

    private void send(RoomAddress room, int messages) {
        send(IntStream.range(0, messages)
                .mapToObj(i -> SendMessage.Draft.text(room, "text"))
                .toList());
    }

    private void send(List<SendMessage.Draft> drafts) {
        assertThat(chat.messages().send().handle(new SendMessage.Command(caller, drafts)))
                .allMatch(Outcome.Sent.class::isInstance);
    }

    private void history(RoomAddress room, Range range) {
        assertThat(chat.messages()
                        .history()
                        .handle(caller, new ReadHistory.Query(room, range, false, 10))
                        .messages())
                .isNotEmpty();
    }

    private void conversations() {
        assertThat(chat.conversations().list().handle(caller, Optional.empty(), 2 * MANY).conversations())
                .isNotEmpty();
    }

    private void markRead(RoomId room) {
        chat.conversations().markRead().handle(new MarkRead.Command(caller, address(room), Optional.empty()));
    }

    private Heard connect() {
        Heard heard = new Heard();
        chat.connect(caller, heard);
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
        chat.missed().resume().handle(new ResumeRooms.Command(session, session.epoch(), cursors));
        await().atMost(DEADLINE).until(() -> heard.resumed.get() == before + rooms.size());
    }

    private List<RoomAddress> rooms(int count) {
        return IntStream.range(0, count).mapToObj(i -> address(town.publicRoom())).toList();
    }

    private RoomId crowdedRoom() {
        RoomId room = town.publicRoom();
        IntStream.range(0, MANY).forEach(i -> town.member(room));
        return room;
    }

    private RoomAddress address(RoomId room) {
        return new RoomAddress.Public(postgres.storage().rooms().findAccess(room).orElseThrow().room().slug().orElseThrow());
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

    private static PGSimpleDataSource source(PostgresConfig config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.jdbcUrl());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        return source;
    }
}
