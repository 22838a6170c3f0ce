package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.TcpProxy;
import io.chatsphere.adapter.postgres.TcpProxy.AtCommit;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.User;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks at a commit, and no other can be had to ask what became of it. */
final class UnknownCommitTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestNode reader = TestNode.on(database);
    private TcpProxy proxy;
    private TestNode node;
    private User sender;

    @BeforeEach
    void connectThroughProxy() throws IOException {
        proxy = new TcpProxy(database.address());
        node = TestNode.on(PostgresConfig.parse(database.url().replace(database.address(), proxy.address())));
        sender = node.chat().member();
    }

    @AfterEach
    void close() throws IOException {
        node.close();
        reader.close();
        proxy.close();
        database.close();
    }

    @Test
    void a_part_that_was_committed_is_unknown_beside_one_that_is_stored_and_a_retry_finds_it() {
        MessageDraft unknown = onePartUnknown(AtCommit.CUT_BEHIND);

        Appended retried = append(unknown);

        assertThat(retried).isEqualTo(new Appended.Repeated(onlyMessage(unknown.room())));
    }

    @Test
    void a_part_that_was_not_committed_is_unknown_beside_one_that_is_stored_and_a_retry_stores_it() {
        MessageDraft unknown = onePartUnknown(AtCommit.CUT_BEFORE);

        Appended retried = append(unknown);

        assertThat(retried).isEqualTo(new Appended.Stored(onlyMessage(unknown.room())));
    }

    @Test
    void a_call_of_one_part_is_unknown_as_well() {
        MessageDraft draft = draft(roomOf(0), "c-1");
        warm(draft.room());
        proxy.atNextCommitForGood(AtCommit.CUT_BEHIND);

        assertThat(append(draft)).isEqualTo(new Appended.Unknown());
        assertThatThrownBy(() -> append(draft)).isInstanceOf(ChatException.Unavailable.class);

        proxy.comeBack();
        assertThat(append(draft)).isInstanceOf(Appended.Repeated.class);
    }

    /** Sends to both writers in one call while one of their commits is cut off, and gives the draft that it hit. */
    private MessageDraft onePartUnknown(AtCommit cut) {
        List<MessageDraft> drafts = List.of(draft(roomOf(0), "c-1"), draft(roomOf(1), "c-2"));
        drafts.forEach(draft -> warm(draft.room()));
        proxy.atNextCommitForGood(cut);

        List<Appended> answers = node.storage().messages().append(drafts);

        assertThat(proxy.happened()).isTrue();
        assertThat(answers).filteredOn(Appended.Stored.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Appended.Unknown()::equals).hasSize(1);
        proxy.comeBack();
        return drafts.get(answers.indexOf(new Appended.Unknown()));
    }

    /** So that the room's writer has a connection. */
    private void warm(RoomId room) {
        node.chat().send(room, sender, "before");
    }

    private RoomId roomOf(int writer) {
        RoomId room = node.chat().publicRoom();
        return Math.floorMod(room.hashCode(), PostgresConfig.DEFAULT_WRITERS) == writer ? room : roomOf(writer);
    }

    private MessageDraft draft(RoomId room, String clientId) {
        return node.chat().request(room, sender, clientId, "text");
    }

    private Appended append(MessageDraft draft) {
        return node.storage().messages().append(List.of(draft)).getFirst();
    }

    /** The only one beside that of {@link #warm}. */
    private Message onlyMessage(RoomId room) {
        List<Message> log = reader.log(room);
        assertThat(log).hasSize(2);
        assertThat(log.getFirst().clientMessageId()).isEqualTo(Optional.empty());
        return log.getLast();
    }
}
