package io.chatsphere.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatsphere.adapter.http.HttpApi;
import io.chatsphere.adapter.http.HttpSettings;
import io.chatsphere.adapter.websocket.WebSocketApi;
import io.chatsphere.adapter.websocket.WebSocketSettings;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.Outcome;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.application.room.RoomPatch;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two interfaces tell of changes alike, though neither knows the other. */
final class SameChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Storage storage = new InMemoryStore().storage();
    private final ChatSphere chat = ChatSphere.builder().storage(storage).build();
    private final Javalin server = serve();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SignedIn anna = register("anna");
    private final SignedIn ben = register("ben");
    private final Caller byBen = Caller.of(ben.user().id());

    @AfterEach
    void stop() {
        http.close();
        chat.close();
        server.stop();
    }

    private Javalin serve() {
        chat.open();
        HttpApi api = new HttpApi(chat, List.of(), HttpSettings.of("1.2.3"), Clock.systemUTC());
        WebSocketApi sockets = new WebSocketApi(chat, WebSocketSettings.DEFAULT, Clock.systemUTC());
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    api.install(config);
                    sockets.install(config, HttpApi.ANYONE);
                })
                .start();
    }

    private SignedIn register(String name) {
        return chat.accounts()
                .register()
                .handle(new Register.Command(
                        new Email(name + "@example.org"),
                        new Username(name),
                        new DisplayName("The " + name),
                        new Password("correct horse"),
                        Device.UNKNOWN));
    }

    @Test
    void every_kind_of_change_is_the_same_by_socket_and_by_request() throws Exception {
        RoomAddress group = guardedGroup();
        MessageId old = say(group, "before Anna");
        add(group, anna.user().id());
        MessageId known = say(group, "known");
        changeEverything(group, old, known);

        List<JsonNode> changes = byRequest(group, 3);

        assertThat(changes)
                .extracting(change -> change.get("type").asText())
                .containsExactly(
                        "message_updated",
                        "message",
                        "message_deleted",
                        "member_joined",
                        "member_left",
                        "room_updated",
                        "advance");
        assertThat(bySocket(group, 3)).isEqualTo(changes);
    }

    @Test
    void a_private_chat_is_the_same_by_socket_and_by_request() throws Exception {
        say(new RoomAddress.Direct(anna.user().id()), "psst 悄悄话 😀");
        RoomAddress chatOfAnna = new RoomAddress.Direct(ben.user().id());

        assertThat(bySocket(chatOfAnna, 0)).hasSize(1).isEqualTo(byRequest(chatOfAnna, 0));
    }

    private void changeEverything(RoomAddress group, MessageId old, MessageId known) {
        edit(known, "known and edited");
        send(new SendMessage.Draft(
                group,
                new MessageContent("new \"quoted\" \u2028 你好"),
                MessageType.IMAGE,
                Optional.of(known),
                Optional.of(new ClientMessageId("c-1"))));
        chat.messages().delete().handle(new DeleteMessage.Command(byBen, say(group, "deleted")));
        UserId carl = register("carl").user().id();
        UserId dora = register("dora").user().id();
        add(group, carl);
        add(group, dora);
        chat.members().remove().handle(new RemoveMember.Command(byBen, group, dora));
        RoomPatch patch = new RoomPatch(
                Optional.of("Friends"),
                Optional.of(Optional.of("All of them")),
                Optional.of(Optional.of(new AvatarUrl("https://example.org/a.png"))),
                Optional.of(OptionalInt.of(9)));
        chat.rooms().update().handle(new UpdateRoom.Command(byBen, group, patch));
        edit(old, "still before Anna");
    }

    /** A group where everybody sees what was said since they came. */
    private RoomAddress guardedGroup() {
        Room group = new Room(
                new RoomId(UUID.randomUUID()),
                RoomKind.GROUP,
                Optional.empty(),
                Optional.empty(),
                new RoomDetails("Group", Optional.empty(), Optional.empty(), OptionalInt.empty()),
                HistoryVisibility.JOINED,
                Optional.of(ben.user().id()),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                Revision.ZERO);
        storage.rooms().create(group, List.of());
        return new RoomAddress.Group(group.id());
    }

    private MessageId say(RoomAddress to, String text) {
        return send(SendMessage.Draft.text(to, text));
    }

    private MessageId send(SendMessage.Draft draft) {
        List<Outcome> outcomes = chat.messages().send().handle(new SendMessage.Command(byBen, List.of(draft)));
        return ((Outcome.Sent) outcomes.getFirst()).message().id();
    }

    private void edit(MessageId message, String text) {
        chat.messages().edit().handle(new EditMessage.Command(byBen, message, new MessageContent(text)));
    }

    private void add(RoomAddress group, UserId member) {
        chat.members().add().handle(new AddMember.Command(byBen, group, member, RoomRole.MEMBER));
    }

    /** The changes behind a cursor as Anna asks for them. */
    private List<JsonNode> byRequest(RoomAddress of, long after) throws Exception {
        ChatView view = ChatView.of(of);
        String path = "/api/v1/changes/%s/%s?after=%d&epoch=%s"
                .formatted(
                        view.chatType(), view.chatId(), after, storage.changes().epoch());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + anna.accessToken())
                .build();
        JsonNode body =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        List<JsonNode> changes = new ArrayList<>();
        body.get("changes").forEach(changes::add);
        return changes;
    }

    private List<JsonNode> bySocket(RoomAddress of, long after) throws Exception {
        URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/ws?token=" + anna.accessToken());
        Resuming resuming = new Resuming();
        WebSocket socket = http.newWebSocketBuilder().buildAsync(uri, resuming).join();
        try {
            return resuming.changes(socket, storage.changes().epoch(), of, after);
        } finally {
            socket.abort();
        }
    }
}
