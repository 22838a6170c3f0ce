package io.chatsphere.application.room;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatFixture;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeavingPublicRoomTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final Caller ben = user(chat, "ben");
    private final Slug slug = new Slug("walks");
    private final RoomAddress walks = new RoomAddress.Public(slug);
    private final Room room = chat.rooms()
            .create()
            .handle(new CreateRoom.Command(
                    anna,
                    Optional.of(slug),
                    new RoomDetails("Walks", Optional.empty(), Optional.empty(), OptionalInt.empty())));

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void a_plain_member_comes_and_goes_without_the_room_being_told() {
        List<Object> ofRoom = timed.heardOf(room.id());
        List<UserChange> ofUser = timed.heardOf(ben.user());

        chat.rooms().join().handle(new JoinRoom.Command(ben, slug));
        leave(ben);

        assertThat(ofRoom).isEmpty();
        assertThat(ofUser).hasSize(2).hasOnlyElementsOfType(UserChange.OfMembership.class);
        assertThat(members()).extracting(Member::role).containsExactly(RoomRole.OWNER);
    }

    @Test
    void leaving_what_one_is_not_in_is_nothing() {
        List<UserChange> heard = timed.heardOf(ben.user());

        leave(ben);

        assertThat(heard).isEmpty();
    }

    @Test
    void the_owner_of_a_public_room_hands_it_over_before_leaving() {
        assertRefused(ErrorCode.ROOM_OWNER_STAYS, () -> leave(anna));
        chat.rooms().join().handle(new JoinRoom.Command(ben, slug));
        chat.rooms().transfer().handle(new TransferRoom.Command(anna, walks, ben.user()));

        leave(anna);

        assertThat(members()).extracting(Member::role).containsExactly(RoomRole.OWNER);
    }

    @Test
    void general_can_be_left_like_any_other_room() {
        chat.rooms().leave().handle(new LeaveRoom.Command(ben, GENERAL));

        assertThat(chat.members().list().handle(anna, GENERAL, Optional.empty(), 10))
                .extracting(member -> member.user().id())
                .containsExactly(anna.user());
    }

    @Test
    void a_private_chat_cannot_be_left() {
        RoomAddress direct = new RoomAddress.Direct(ben.user());
        ChatFixture.send(chat, anna, direct, "hi");

        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.rooms().leave().handle(new LeaveRoom.Command(anna, direct)));
    }

    private void leave(Caller caller) {
        chat.rooms().leave().handle(new LeaveRoom.Command(caller, walks));
    }

    private List<Member> members() {
        return chat.members().list().handle(anna, walks, Optional.empty(), 10);
    }
}
