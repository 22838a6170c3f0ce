package io.chatsphere.application.room;

import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandingOverTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller owner = user(chat, "owner");
    private final Caller moderator = user(chat, "moderator");
    private final Caller member = user(chat, "member");
    private final Caller stranger = user(chat, "stranger");
    private final Room room = chat.rooms()
            .createGroup()
            .handle(new CreateGroup.Command(
                    owner,
                    new RoomDetails("Walkers", Optional.empty(), Optional.empty(), OptionalInt.of(4)),
                    List.of(moderator.user(), member.user())));
    private final RoomAddress group = new RoomAddress.Group(room.id());

    HandingOverTest() {
        setRole(owner, moderator, RoomRole.MODERATOR);
    }

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void handing_over_makes_a_new_owner_and_a_moderator_of_the_old_one() {
        List<Object> heard = timed.heardOf(room.id());

        transfer(owner, member);

        assertThat(roles())
                .containsEntry(member.user(), RoomRole.OWNER)
                .containsEntry(owner.user(), RoomRole.MODERATOR);
        assertThat(heard).hasSize(2).hasOnlyElementsOfType(RoomChange.OfMembership.class);
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> transfer(owner, moderator));
    }

    @Test
    void nobody_hands_over_what_is_not_theirs_or_to_themselves_or_to_strangers() {
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> transfer(moderator, moderator));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> transfer(owner, owner));
        assertRefused(ErrorCode.MEMBER_NOT_FOUND, () -> transfer(owner, stranger));

        assertThat(roles()).containsEntry(owner.user(), RoomRole.OWNER);
    }

    @Test
    void an_owner_hands_over_before_they_leave() {
        assertRefused(ErrorCode.ROOM_OWNER_STAYS, () -> leave(owner));

        transfer(owner, member);
        leave(owner);

        assertThat(chat.members().list().handle(member, group, Optional.empty(), 10))
                .extracting(Member::user)
                .extracting(user -> user.id())
                .containsExactlyInAnyOrder(member.user(), moderator.user());
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> leave(owner));
    }

    @Test
    void the_last_one_of_a_group_may_leave_and_everybody_a_closed_one() {
        leave(member);
        leave(moderator);
        leave(owner);
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.rooms().read().handle(owner, group));

        Room closed = chat.rooms()
                .createGroup()
                .handle(new CreateGroup.Command(owner, room.details(), List.of(member.user())));
        RoomAddress address = new RoomAddress.Group(closed.id());
        chat.rooms().archive().handle(new ArchiveRoom.Command(owner, address));
        chat.rooms().leave().handle(new LeaveRoom.Command(owner, address));
        chat.rooms().leave().handle(new LeaveRoom.Command(member, address));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.rooms().read().handle(owner, address));
    }

    private Map<UserId, RoomRole> roles() {
        return chat.members().list().handle(owner, group, Optional.empty(), 100).stream()
                .collect(Collectors.toMap(it -> it.user().id(), Member::role));
    }

    private void setRole(Caller caller, Caller changed, RoomRole role) {
        chat.members().changeRole().handle(new ChangeRole.Command(caller, group, changed.user(), role));
    }

    private void transfer(Caller caller, Caller to) {
        chat.rooms().transfer().handle(new TransferRoom.Command(caller, group, to.user()));
    }

    private void leave(Caller caller) {
        chat.rooms().leave().handle(new LeaveRoom.Command(caller, group));
    }
}
