package io.chatsphere.application.message;

import static io.chatsphere.application.ChatFixture.outcome;
import static io.chatsphere.application.ChatFixture.refusal;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.application.message.SendMessage.Draft;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that remembers who may write where, while that changes elsewhere. */
class OutdatedAccessTest {
    private final Storage storage = new InMemoryStore().storage();
    private final ChatSphere elsewhere = ChatSphere.builder().storage(storage).build();
    private final ChatSphere here = ChatSphere.builder().storage(storage).build();

    private Caller anna;
    private Caller bert;
    private RoomAddress group;

    @BeforeEach
    void open() {
        elsewhere.open();
        here.open();
        anna = user(here, "anna");
        bert = user(here, "bert");
        RoomDetails details = new RoomDetails("friends", Optional.empty(), Optional.empty(), OptionalInt.empty());
        Room room = elsewhere.rooms().createGroup().handle(new CreateGroup.Command(anna, details, List.of()));
        group = new RoomAddress.Group(room.id());
        send(here, anna, group, "remembered now");
    }

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void who_was_let_in_elsewhere_may_write_here_at_once() {
        elsewhere.members().add().handle(new AddMember.Command(anna, group, bert.user(), RoomRole.MEMBER));

        assertThat(send(here, bert, group, "hello").author().id()).isEqualTo(bert.user());
    }

    @Test
    void who_was_removed_elsewhere_may_no_longer_write_here() {
        elsewhere.members().add().handle(new AddMember.Command(anna, group, bert.user(), RoomRole.MEMBER));
        send(here, bert, group, "hello");
        elsewhere.members().remove().handle(new RemoveMember.Command(anna, group, bert.user()));

        assertThat(refusal(outcome(here, bert, Draft.text(group, "too late")))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }
}
