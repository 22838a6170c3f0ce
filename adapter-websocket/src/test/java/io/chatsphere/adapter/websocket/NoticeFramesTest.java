package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.room.Room;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeFramesTest {
    private final ServerFrames frames = new ServerFrames(new SettableClock(), Duration.ofSeconds(30));

    private JsonNode frame(Notice.Body body) throws Exception {
        ByteBuffer bytes = new Notice(body).encoded(frames.notices()).duplicate();
        JsonNode frame =
                new ObjectMapper().readTree(StandardCharsets.UTF_8.decode(bytes).toString());
        assertThat(SocketDocument.INSTANCE.violation(frame)).isEmpty();
        return frame;
    }

    private static void assertFields(JsonNode object, String... expected) {
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(object.path(expected[i]).asText()).as(expected[i]).isEqualTo(expected[i + 1]);
        }
    }

    @Test
    void every_notice_is_a_frame_that_is_described() throws Exception {
        List<Notice.Body> notices = People.notices();
        assertThat(notices.stream().map(Object::getClass).distinct().map(Class.class::cast))
                .containsAll(Arrays.asList(Notice.Body.class.getPermittedSubclasses()));
        for (Notice.Body body : notices) {
            assertThat(frame(body).path("timestamp").asText()).isEqualTo("2024-01-01T00:00:00.120Z");
        }
    }

    @Test
    void a_notice_is_encoded_once() {
        Notice notice = new Notice(People.notices().getFirst());
        assertThat(notice.encoded(frames.notices())).isSameAs(notice.encoded(frames.notices()));
    }

    @Test
    void who_writes_is_named_among_the_data() throws Exception {
        JsonNode frame =
                frame(new Notice.Body.Typing(People.BEN, People.direct().addressFor(People.ANNA.id()), true));
        String ben = People.BEN.id().toString();
        assertFields(frame, "type", "typing");
        assertFields(frame.path("data"), "user_id", ben, "username", "ben", "display_name", "Ben");
        assertFields(frame.path("data"), "chat_type", "private", "chat_id", ben, "is_typing", "true");
    }

    @Test
    void who_enters_and_leaves_a_view_is_named_among_the_data() throws Exception {
        JsonNode joined = frame(new Notice.Body.View(People.BEN, People.GENERAL, true));
        assertFields(joined, "type", "user_joined");
        assertFields(joined.path("data"), "user_id", People.BEN.id().toString(), "room_id", "general");
        assertFields(frame(new Notice.Body.View(People.BEN, People.GENERAL, false)), "type", "user_left");
    }

    @Test
    void the_list_of_who_is_online_is_the_data_itself() throws Exception {
        JsonNode frame = frame(new Notice.Body.OnlineUsers(List.of(People.ANNA, People.BEN), false));
        assertFields(frame, "type", "online_users");
        assertThat(frame.path("data").isArray()).isTrue();
        assertFields(frame.path("data").path(0), "username", "anna", "avatar_url", "https://example.org/a.png");
        assertThat(frame.path("data").path(1).get("avatar_url").isNull()).isTrue();
    }

    @Test
    void who_came_and_who_went_is_told_in_one() throws Exception {
        JsonNode frame = frame(new Notice.Body.PresenceChanged(List.of(People.ANNA), List.of(People.BEN), false));
        assertFields(frame, "type", "presence");
        assertFields(frame.path("data").path("online").path(0), "username", "anna");
        assertFields(frame.path("data").path("offline").path(0), "username", "ben");
    }

    @Test
    void frames_of_presence_say_only_when_they_are_stale() throws Exception {
        assertThat(frame(new Notice.Body.OnlineUsers(List.of(), true))
                        .path("stale")
                        .booleanValue())
                .isTrue();
        assertThat(frame(new Notice.Body.OnlineUsers(List.of(), false)).has("stale"))
                .isFalse();
        assertThat(frame(new Notice.Body.PresenceChanged(List.of(), List.of(), true))
                        .path("stale")
                        .booleanValue())
                .isTrue();
        assertThat(frame(new Notice.Body.PresenceChanged(List.of(), List.of(), false))
                        .has("stale"))
                .isFalse();
    }

    @Test
    void the_old_form_is_flat() throws Exception {
        Room general = People.general();
        JsonNode frame = frame(new Notice.Body.OldForm(People.said(general, "hello"), People.GENERAL));
        assertFields(
                frame, "type", "chat_message", "from_user_id", People.BEN.id().toString());
        assertFields(frame, "from_username", "ben", "from_display_name", "Ben", "room_id", "general");
        assertFields(frame, "content", "hello");
        assertThat(frame.has("data")).isFalse();
    }

    @Test
    void a_public_room_that_is_added_says_all_that_a_conversation_is() throws Exception {
        Room room = People.general();
        Notice.Body body =
                new Notice.Body.RoomAdded(People.conversation(room, Optional.of(People.said(room, "hello")), 1));
        JsonNode data = frame(body).path("data");
        assertFields(data, "id", room.id().toString(), "chat_type", "room", "chat_id", "general", "name", "General");
        assertFields(data, "unread_count", "1", "is_pinned", "false", "is_muted", "true");
        assertFields(data, "updated_at", "2024-05-06T07:08:09.000Z");
        assertFields(data, "last_position", "1", "read_position", "0", "revision", "4");
        assertFields(data.path("room"), "id", "general", "name", "General");
        assertFields(data.path("last_message"), "content", "hello", "message_type", "text");
        assertThat(data.has("unread_more") || data.has("group") || data.has("other_user"))
                .isFalse();
    }

    @Test
    void a_private_chat_that_is_added_is_named_by_the_other_one() throws Exception {
        Notice.Body body = new Notice.Body.RoomAdded(People.conversation(People.direct(), Optional.empty(), 0));
        JsonNode data = frame(body).path("data");
        assertFields(data, "chat_type", "private", "chat_id", People.BEN.id().toString(), "name", "Ben");
        assertFields(data.path("other_user"), "display_name", "Ben");
        assertThat(data.has("last_message")).isFalse();
    }

    @Test
    void more_unread_messages_than_are_counted_are_said_to_be_more() throws Exception {
        Notice.Body body = new Notice.Body.RoomAdded(People.conversation(People.group(), Optional.empty(), 1_000));
        JsonNode data = frame(body).path("data");
        assertFields(data, "chat_type", "group", "unread_count", "999", "unread_more", "true");
        assertFields(data.path("group"), "name", "Gardeners");
    }

    @Test
    void marks_name_who_has_read_up_to_where() throws Exception {
        List<Notice.Body.Mark> marks = List.of(new Notice.Body.Mark(People.BEN.id(), new Position(3)));
        JsonNode data = frame(new Notice.Body.Read(People.group().addressFor(People.ANNA.id()), marks))
                .path("data");
        assertFields(data.path("marks").path(0), "user_id", People.BEN.id().toString(), "position", "3");
    }
}
