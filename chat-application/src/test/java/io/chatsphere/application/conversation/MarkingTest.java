package io.chatsphere.application.conversation;

import static io.chatsphere.application.ChatFixture.GENERAL;
import static io.chatsphere.application.ChatFixture.TECH;
import static io.chatsphere.application.ChatFixture.send;
import static io.chatsphere.application.ChatFixture.user;
import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.TimedChat;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomDetails;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkingTest {
    private final TimedChat timed = new TimedChat();
    private final ChatSphere chat = timed.chat();
    private final Caller anna = user(chat, "anna");
    private final Caller ben = user(chat, "ben");
    private final RoomAddress toAnna = new RoomAddress.Direct(anna.user());
    private final RoomAddress toBen = new RoomAddress.Direct(ben.user());
    private final List<Caller> crowd = IntStream.range(0, 50)
            .mapToObj(number -> user(chat, "crowd" + number))
            .toList();
    private RoomId room;
    private List<UserChange> ofBen;
    private List<Object> ofRoom;

    @BeforeEach
    void write() {
        room = send(chat, anna, toBen, "one").room();
        send(chat, anna, toBen, "two");
        send(chat, anna, toBen, "three");
        ofBen = timed.heardOf(ben.user());
        ofRoom = timed.heardOf(room);
    }

    @AfterEach
    void close() {
        timed.close();
    }

    @Test
    void without_a_position_everything_is_read_and_own_devices_and_the_other_one_learn_of_it() {
        markRead(ben, toAnna, Optional.empty());

        assertThat(unread(ben)).isZero();
        assertThat(ofBen)
                .singleElement()
                .isInstanceOfSatisfying(
                        UserChange.OfPreferences.class,
                        change ->
                                assertThat(change.preferences().readPosition()).isEqualTo(new Position(3)));
        assertThat(ofRoom).containsExactly(new Signal.Read(ben.user(), new Position(3)));
    }

    @Test
    void a_mark_goes_to_a_position_and_only_forward_and_never_beyond_the_last() {
        markRead(ben, toAnna, Optional.of(new Position(2)));
        assertThat(unread(ben)).isOne();

        markRead(ben, toAnna, Optional.of(new Position(1)));
        assertThat(unread(ben)).isOne();

        markRead(ben, toAnna, Optional.of(new Position(1_000)));
        send(chat, anna, toBen, "four");
        assertThat(unread(ben)).isOne();
    }

    @Test
    void marking_again_is_told_to_nobody() {
        markRead(ben, toAnna, Optional.empty());
        markRead(ben, toAnna, Optional.empty());
        markRead(ben, toAnna, Optional.of(new Position(1)));

        assertThat(ofBen).hasSize(1);
        assertThat(ofRoom).hasSize(1);
    }

    @Test
    void nothing_to_mark_is_fine() {
        Caller cleo = user(chat, "cleo");

        markRead(cleo, toBen, Optional.empty());
        markRead(cleo, TECH, Optional.empty());

        assertThat(ofBen).isEmpty();
    }

    @Test
    void what_somebody_may_not_know_of_is_not_there_to_be_marked() {
        RoomAddress group = group(0);

        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> markRead(ben, group, Optional.empty()));
        assertRefused(ErrorCode.ROOM_NOT_FOUND, () -> markUnread(ben, group, 1));
        assertRefused(ErrorCode.SELF_CHAT, () -> markRead(ben, toBen, Optional.empty()));
    }

    @Test
    void in_public_rooms_and_large_groups_nobody_is_told_who_has_read_what() {
        RoomAddress small = group(49);
        RoomAddress large = group(50);
        List<Object> heard = timed.heardOf(send(chat, anna, GENERAL, "hi").room());
        List<Object> ofSmall =
                timed.heardOf(send(chat, crowd.getFirst(), small, "hi").room());
        List<Object> ofLarge =
                timed.heardOf(send(chat, crowd.getFirst(), large, "hi").room());

        for (RoomAddress address : List.of(GENERAL, small, large)) {
            markRead(address.equals(GENERAL) ? ben : anna, address, Optional.empty());
        }

        assertThat(heard).isEmpty();
        assertThat(ofSmall).hasSize(1).hasOnlyElementsOfType(Signal.Read.class);
        assertThat(ofLarge).isEmpty();
    }

    @Test
    void a_message_and_all_behind_it_can_be_made_unread_again_also_behind_own_ones() {
        send(chat, ben, toAnna, "four");
        assertThat(unread(ben)).isZero();
        int before = ofBen.size();

        markUnread(ben, toAnna, 2);

        assertThat(unread(ben)).isEqualTo(3);
        assertThat(ofBen).hasSize(before + 1);
        assertThat(ofRoom).noneMatch(Signal.Read.class::isInstance);

        markRead(ben, toAnna, Optional.empty());
        assertThat(unread(ben)).isZero();
    }

    @Test
    void a_position_that_is_not_there_is_not_made_unread() {
        markUnread(ben, toAnna, 4);

        assertThat(ofBen).isEmpty();
    }

    /** A group of Anna and so many others. */
    private RoomAddress group(int others) {
        List<UserId> members = crowd.stream().limit(others).map(Caller::user).toList();
        Room made = chat.rooms()
                .createGroup()
                .handle(new CreateGroup.Command(
                        anna,
                        new RoomDetails("Crowd", Optional.empty(), Optional.empty(), OptionalInt.empty()),
                        members));
        return new RoomAddress.Group(made.id());
    }

    private int unread(Caller caller) {
        return chat.conversations().list().handle(caller, Optional.empty(), 100).conversations().stream()
                .filter(conversation -> conversation.room().id().equals(room))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    private void markRead(Caller caller, RoomAddress address, Optional<Position> position) {
        chat.conversations().markRead().handle(new MarkRead.Command(caller, address, position));
    }

    private void markUnread(Caller caller, RoomAddress address, long position) {
        chat.conversations().markUnread().handle(new MarkUnread.Command(caller, address, new Position(position)));
    }
}
