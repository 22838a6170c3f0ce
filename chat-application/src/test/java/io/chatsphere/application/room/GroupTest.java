package io.chatsphere.application.room;

import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatsphere.application.ChatFixture;
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
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final RoomPatch NOTHING =
            new RoomPatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final Caller ben = user(chat, "ben");
    private final Caller cleo = user(chat, "cleo");

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void who_makes_a_group_owns_it_and_the_others_are_in_it_and_learn_of_it() {
        List<UserChange> heard = timed.heardOf(ben.user());

        Room group = create("Walkers", OptionalInt.empty(), ben.user(), ben.user(), anna.user());

        assertThat(members(group))
                .extracting(Member::user, Member::role)
                .containsExactlyInAnyOrder(tuple(summary(anna), RoomRole.OWNER), tuple(summary(ben), RoomRole.MEMBER));
        assertThat(heard).hasSize(1).hasOnlyElementsOfType(UserChange.OfMembership.class);
        assertThat(send(chat, ben, address(group), "hello").position().value()).isOne();
    }

    @Test
    void nobody_else_learns_that_a_group_exists_by_any_way() {
        RoomAddress group = address(create("Walkers", OptionalInt.empty(), ben.user()));

        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.rooms().read().handle(cleo, group));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.members().list().handle(cleo, group, Optional.empty(), 10));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> update(cleo, group, NOTHING));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> archive(cleo, group));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> chat.rooms().leave().handle(new LeaveRoom.Command(cleo, group)));
        assertRefused(
                ErrorCode.ROOM_NOT_FOUND,
                () -> chat.rooms().transfer().handle(new TransferRoom.Command(cleo, group, cleo.user())));
        assertRefused(
                ErrorCode.ROOM_NOT_FOUND,
                () -> chat.members().add().handle(new AddMember.Command(cleo, group, cleo.user(), RoomRole.MEMBER)));
        assertRefused(
                ErrorCode.ROOM_NOT_FOUND,
                () -> chat.members().remove().handle(new RemoveMember.Command(cleo, group, ben.user())));
    }

    @Test
    void a_group_of_somebody_who_does_not_exist_is_not_made() {
        assertRefused(
                ErrorCode.USER_NOT_FOUND, () -> create("Walkers", OptionalInt.empty(), new UserId(UUID.randomUUID())));
    }

    @Test
    void a_group_needs_a_name_and_begins_with_no_more_members_than_it_may_have() {
        assertRefused(ErrorCode.ROOM_NAME_INVALID, () -> create("  ", OptionalInt.empty()));
        assertRefused(ErrorCode.ROOM_FULL, () -> create("Two", OptionalInt.of(2), ben.user(), cleo.user()));

        assertThat(members(create("Two", OptionalInt.of(2), ben.user(), anna.user())))
                .hasSize(2);
    }

    @Test
    void what_is_given_changes_and_the_rest_stays_and_everybody_learns_of_it() {
        Room group = create("Walkers", OptionalInt.of(5), ben.user());
        List<Object> heard = timed.heardOf(group.id());

        update(anna, address(group), described(Optional.of(Optional.of("On Sundays"))));
        Room changed = update(
                anna,
                address(group),
                new RoomPatch(
                        Optional.of(" Runners "),
                        Optional.empty(),
                        Optional.of(Optional.of(new AvatarUrl("https://example.com/r.png"))),
                        Optional.of(OptionalInt.empty())));

        assertThat(changed.details())
                .isEqualTo(new RoomDetails(
                        "Runners",
                        Optional.of("On Sundays"),
                        Optional.of(new AvatarUrl("https://example.com/r.png")),
                        OptionalInt.empty()));
        assertThat(chat.rooms().read().handle(ben, address(group))).isEqualTo(changed);
        assertThat(heard).hasSize(2).last().isEqualTo(new RoomChange.OfDetails(changed));
    }

    @Test
    void what_changes_nothing_is_told_to_nobody() {
        Room group = create("Walkers", OptionalInt.empty());
        List<Object> heard = timed.heardOf(group.id());

        assertThat(update(anna, address(group), NOTHING)).isEqualTo(group);

        assertThat(heard).isEmpty();
    }

    @Test
    void a_room_keeps_a_name() {
        RoomAddress group = address(create("Walkers", OptionalInt.empty()));
        RoomPatch nameless = new RoomPatch(Optional.of(" "), Optional.empty(), Optional.empty(), Optional.empty());

        assertRefused(ErrorCode.ROOM_NAME_INVALID, () -> update(anna, group, nameless));
        assertThat(chat.rooms().read().handle(anna, group).details().name()).isEqualTo("Walkers");
    }

    @Test
    void plain_members_change_nothing() {
        RoomAddress group = address(create("Walkers", OptionalInt.empty(), ben.user()));

        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> update(ben, group, described(Optional.of(Optional.empty()))));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> archive(ben, group));
    }

    @Test
    void in_a_closed_group_members_read_and_nobody_writes() {
        Room group = create("Walkers", OptionalInt.empty(), ben.user());
        send(chat, ben, address(group), "hello");
        List<Object> heard = timed.heardOf(group.id());

        archive(anna, address(group));
        archive(anna, address(group));

        assertThat(heard).hasSize(1);
        assertThat(chat.rooms().read().handle(ben, address(group)).isArchived()).isTrue();
        assertThat(ChatFixture.refusal(
                        ChatFixture.outcome(chat, ben, SendMessage.Draft.text(address(group), "anybody?"))))
                .isEqualTo(ErrorCode.ROOM_ARCHIVED);
        assertRefused(
                ErrorCode.ROOM_ARCHIVED, () -> update(anna, address(group), described(Optional.of(Optional.empty()))));
    }

    @Test
    void a_public_room_is_changed_by_who_made_it_and_a_default_room_by_nobody() {
        Room room = chat.rooms()
                .create()
                .handle(new CreateRoom.Command(anna, Optional.of(new Slug("walks")), details("Walks")));
        RoomPatch patch = described(Optional.of(Optional.of("All welcome")));

        assertThat(update(anna, new RoomAddress.Public(new Slug("walks")), patch)
                        .id())
                .isEqualTo(room.id());
        assertRefused(
                ErrorCode.ROOM_ACCESS_DENIED, () -> update(ben, new RoomAddress.Public(new Slug("walks")), patch));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> update(anna, ChatFixture.GENERAL, patch));
        assertRefused(ErrorCode.ROOM_ACCESS_DENIED, () -> archive(anna, ChatFixture.GENERAL));
    }

    @Test
    void a_private_chat_says_nothing_about_itself() {
        RoomAddress chatWithBen = new RoomAddress.Direct(ben.user());
        send(chat, anna, chatWithBen, "hi");

        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> update(anna, chatWithBen, NOTHING));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> archive(anna, chatWithBen));
    }

    private Room create(String name, OptionalInt maxMembers, UserId... members) {
        RoomDetails details = new RoomDetails(name, Optional.empty(), Optional.empty(), maxMembers);
        return chat.rooms().createGroup().handle(new CreateGroup.Command(anna, details, List.of(members)));
    }

    private Room update(Caller caller, RoomAddress room, RoomPatch patch) {
        return chat.rooms().update().handle(new UpdateRoom.Command(caller, room, patch));
    }

    private void archive(Caller caller, RoomAddress room) {
        chat.rooms().archive().handle(new ArchiveRoom.Command(caller, room));
    }

    private List<Member> members(Room group) {
        return chat.members().list().handle(anna, address(group), Optional.empty(), 100);
    }

    private UserSummary summary(Caller caller) {
        return chat.accounts().read().handle(anna, caller.user()).summary();
    }

    private static RoomPatch described(Optional<Optional<String>> description) {
        return new RoomPatch(Optional.empty(), description, Optional.empty(), Optional.empty());
    }

    private static RoomDetails details(String name) {
        return new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    private static RoomAddress address(Room group) {
        return new RoomAddress.Group(group.id());
    }
}
