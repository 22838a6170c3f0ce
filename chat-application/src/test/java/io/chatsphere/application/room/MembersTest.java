package io.chatsphere.application.room;

import static io.chatsphere.application.ChatFixture.outcome;
import static io.chatsphere.application.ChatFixture.refusal;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersTest {
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

    MembersTest() {
        setRole(owner, moderator, RoomRole.MODERATOR);
    }

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void who_is_added_is_in_at_once_and_everybody_learns_of_it() {
        List<Object> ofRoom = timed.heardOf(room.id());
        List<UserChange> ofUser = timed.heardOf(stranger.user());

        add(moderator, stranger, RoomRole.MEMBER);

        assertThat(send(chat, stranger, group, "hello").room()).isEqualTo(room.id());
        assertThat(ofRoom.getFirst())
                .isInstanceOfSatisfying(
                        RoomChange.OfMembership.class,
                        change -> assertThat(change.user().id()).isEqualTo(stranger.user()));
        assertThat(ofUser).hasSize(1).hasOnlyElementsOfType(UserChange.OfMembership.class);
    }

    @Test
    void adding_a_member_again_changes_nothing_also_when_the_group_is_full() {
        add(owner, stranger, RoomRole.MEMBER);
        List<Object> heard = timed.heardOf(room.id());

        add(owner, moderator, RoomRole.MEMBER);

        assertThat(roles()).containsEntry(moderator.user(), RoomRole.MODERATOR);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_full_group_takes_nobody() {
        add(owner, stranger, RoomRole.MEMBER);
        Caller late = user(chat, "late");

        assertRefused(ErrorCode.ROOM_FULL, () -> add(owner, late, RoomRole.MEMBER));

        remove(owner, member);
        add(owner, late, RoomRole.MEMBER);
        assertThat(roles()).containsKey(late.user());
    }

    @Test
    void nobody_is_added_who_does_not_exist() {
        Caller nobody = Caller.of(new UserId(UUID.randomUUID()));

        assertRefused(ErrorCode.USER_NOT_FOUND, () -> add(owner, nobody, RoomRole.MEMBER));
    }

    @Test
    void moderators_invite_members_and_only_the_owner_invites_moderators() {
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> add(member, stranger, RoomRole.MEMBER));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> add(moderator, stranger, RoomRole.MODERATOR));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> add(owner, stranger, RoomRole.OWNER));

        add(owner, stranger, RoomRole.MODERATOR);

        assertThat(roles()).containsEntry(stranger.user(), RoomRole.MODERATOR);
    }

    @Test
    void who_is_removed_is_out_at_once_and_learns_of_it() {
        send(chat, member, group, "hello");
        List<UserChange> heard = timed.heardOf(member.user());

        remove(moderator, member);

        assertThat(refusal(outcome(chat, member, SendMessage.Draft.text(group, "why?"))))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(roles()).doesNotContainKey(member.user());
        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        UserChange.OfMembership.class,
                        change -> assertThat(change.membership().isActive()).isFalse());
    }

    @Test
    void nobody_removes_those_who_stand_level_or_above_or_themselves() {
        setRole(owner, member, RoomRole.MODERATOR);

        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> remove(moderator, owner));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> remove(moderator, member));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> remove(moderator, moderator));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> remove(owner, owner));
        remove(owner, member);
        assertRefused(ErrorCode.MEMBER_NOT_FOUND, () -> remove(owner, member));
    }

    @Test
    void a_role_is_the_owners_to_give_and_theirs_is_not_to_be_given() {
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> setRole(moderator, member, RoomRole.MODERATOR));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> setRole(owner, member, RoomRole.OWNER));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> setRole(owner, owner, RoomRole.MEMBER));
        assertRefused(ErrorCode.MEMBER_NOT_FOUND, () -> setRole(owner, stranger, RoomRole.MODERATOR));

        setRole(owner, moderator, RoomRole.MEMBER);

        assertThat(roles()).containsEntry(moderator.user(), RoomRole.MEMBER);
    }

    @Test
    void giving_the_same_role_again_is_told_to_nobody() {
        List<Object> heard = timed.heardOf(room.id());

        setRole(owner, moderator, RoomRole.MODERATOR);

        assertThat(heard).isEmpty();
    }

    @Test
    void members_are_listed_page_by_page() {
        List<Member> all = chat.members().list().handle(member, group, Optional.empty(), 10);
        assertThat(all).hasSize(3);

        List<Member> rest = chat.members()
                .list()
                .handle(member, group, Optional.of(all.getFirst().user().id()), 1);

        assertThat(rest).containsExactly(all.get(1));
    }

    private Map<UserId, RoomRole> roles() {
        return chat.members().list().handle(owner, group, Optional.empty(), 100).stream()
                .collect(Collectors.toMap(it -> it.user().id(), Member::role));
    }

    private void add(Caller caller, Caller added, RoomRole role) {
        chat.members().add().handle(new AddMember.Command(caller, group, added.user(), role));
    }

    private void remove(Caller caller, Caller removed) {
        chat.members().remove().handle(new RemoveMember.Command(caller, group, removed.user()));
    }

    private void setRole(Caller caller, Caller changed, RoomRole role) {
        chat.members().changeRole().handle(new ChangeRole.Command(caller, group, changed.user(), role));
    }
}
