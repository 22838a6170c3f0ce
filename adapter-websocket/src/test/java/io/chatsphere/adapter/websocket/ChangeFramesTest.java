package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that no use case makes yet come from elsewhere, as from another node. */
class ChangeFramesTest {
    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

    private final UserId annaId = new UserId(UUID.randomUUID());
    private final UserSummary ben = new UserSummary(
            new UserId(UUID.randomUUID()), new Username("ben"), new DisplayName("Ben"), Optional.empty());
    private ChatServer server;
    private WsClient anna;
    private Room room;

    @BeforeEach
    void start() {
        server = new ChatServer(ChatServer.ENGLISH, new LiveSettings(5, Duration.ofHours(1), Duration.ofSeconds(5)));
        anna = server.connect(annaId, "anna");
        room = server.chat
                .rooms()
                .create()
                .handle(new CreateRoom.Command(Caller.of(annaId), Optional.of(new Slug("garden")), details("Garden")));
        anna.send("join_room", "{\"room_id\":\"garden\"}");
        anna.text("{\"type\":\"ping\"}");
        assertThat(anna.next().path("type").asText()).isEqualTo("pong");
    }

    @AfterEach
    void stop() {
        anna.close();
        server.close();
    }

    private static RoomDetails details(String name) {
        return new RoomDetails(name, Optional.of("Roses"), Optional.empty(), OptionalInt.of(7));
    }

    private JsonNode delivered(RoomChange change) {
        server.bus.publish(List.of(change));
        JsonNode frame = anna.next();
        assertThat(frame.path("timestamp").asText()).isEqualTo("2024-01-01T00:00:00.120Z");
        JsonNode data = frame.path("data");
        assertThat(data.path("chat_type").asText()).isEqualTo("room");
        assertThat(data.path("chat_id").asText()).isEqualTo("garden");
        assertThat(data.path("revision").asLong()).isEqualTo(change.revision().value());
        assertThat(data.path("prev").asLong()).isEqualTo(change.revision().value() - 1);
        return frame;
    }

    private Message message(int sent, int revision, Optional<String> content) {
        return new Message(
                new MessageId(new UUID(0x7000L, 0x8000_0000_0000_0000L)),
                room.id(),
                new Position(1),
                new Revision(sent),
                new Revision(revision),
                ben,
                content.map(MessageContent::new),
                MessageType.TEXT,
                Optional.empty(),
                Optional.empty(),
                TIME,
                content.map(text -> TIME.plusMillis(7)),
                content.isEmpty() ? Optional.of(TIME) : Optional.empty());
    }

    @Test
    void a_message_is_new_then_updated_then_deleted() {
        JsonNode fresh = delivered(new RoomChange.OfMessage(message(1, 1, Optional.of("one"))));
        assertThat(fresh.path("type").asText()).isEqualTo("message");
        JsonNode updated = delivered(new RoomChange.OfMessage(message(1, 2, Optional.of("two"))));
        assertThat(updated.path("type").asText()).isEqualTo("message_updated");
        assertThat(updated.path("data").path("content").asText()).isEqualTo("two");
        assertThat(updated.path("data").path("is_edited").asBoolean()).isTrue();
        assertThat(updated.path("data").path("edited_at").asText()).isEqualTo("2024-05-06T07:08:09.007Z");
        assertThat(updated.path("data").path("created_at").asText()).isEqualTo("2024-05-06T07:08:09.000Z");
        JsonNode deleted = delivered(new RoomChange.OfMessage(message(1, 3, Optional.empty())));
        assertThat(deleted.path("type").asText()).isEqualTo("message_deleted");
        assertThat(deleted.path("data").path("id").asText()).hasSize(36);
        assertThat(deleted.path("data").path("position").asLong()).isEqualTo(1);
        assertThat(deleted.path("data").has("content")).isFalse();
    }

    @Test
    void members_come_and_go() {
        JsonNode joined = delivered(new RoomChange.OfMembership(membership(1, Optional.empty()), ben));
        assertThat(joined.path("type").asText()).isEqualTo("member_joined");
        assertThat(joined.path("data").path("role").asText()).isEqualTo("owner");
        assertThat(joined.path("data").path("user").path("display_name").asText())
                .isEqualTo("Ben");
        JsonNode left = delivered(new RoomChange.OfMembership(membership(2, Optional.of(TIME)), ben));
        assertThat(left.path("type").asText()).isEqualTo("member_left");
        assertThat(left.path("data").path("user").path("id").asText())
                .isEqualTo(ben.id().toString());
    }

    private Membership membership(int revision, Optional<Instant> leftAt) {
        return new Membership(
                room.id(),
                ben.id(),
                RoomRole.OWNER,
                new Revision(1),
                Position.NONE,
                new Revision(revision),
                new Revision(1),
                leftAt);
    }

    @Test
    void a_room_changes_what_it_says_about_itself() {
        Room changed = new Room(
                room.id(),
                room.kind(),
                room.slug(),
                room.pair(),
                details("Rose garden"),
                room.historyVisibility(),
                room.createdBy(),
                room.createdAt(),
                Optional.empty(),
                new Revision(1));
        JsonNode frame = delivered(new RoomChange.OfDetails(changed));
        assertThat(frame.path("type").asText()).isEqualTo("room_updated");
        JsonNode data = frame.path("data");
        assertThat(data.path("id").asText()).isEqualTo("garden");
        assertThat(data.path("name").asText()).isEqualTo("Rose garden");
        assertThat(data.path("description").asText()).isEqualTo("Roses");
        assertThat(data.path("max_members").asInt()).isEqualTo(7);
        assertThat(data.path("created_by").asText()).isEqualTo(annaId.toString());
        assertThat(data.get("avatar_url").isNull()).isTrue();
        assertThat(data.get("archived_at").isNull()).isTrue();
    }
}
