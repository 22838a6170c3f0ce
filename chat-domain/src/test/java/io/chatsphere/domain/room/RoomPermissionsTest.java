package io.chatsphere.domain.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomPermissionsTest {
    private static final UserId USER = Fixtures.userId();
    private static final UserId OWNER = Fixtures.userId();
    private static final UserId MODERATOR = Fixtures.userId();
    private static final UserId MEMBER = Fixtures.userId();
    private static final UserId STRANGER = Fixtures.userId();

    private static final Map<String, String> SHORT = Map.of(
            "ROOM_NOT_FOUND", "unseen",
            "ROOM_ACCESS_DENIED", "denied",
            "ROOM_ARCHIVED", "closed",
            "ROOM_OWNER_STAYS", "stays",
            "ROOM_FULL", "full",
            "MESSAGE_ACCESS_DENIED", "foreign");

    @ParameterizedTest(name = "{0}, {1}, closed {2}")
    @CsvSource({
        // kind, role, closed; describe, archive, admit a member, a moderator, leave, transfer, edit own, delete others'
        "PUBLIC, NONE,      false, denied denied denied denied -      denied -      foreign",
        "PUBLIC, MEMBER,    false, denied denied denied denied -      denied -      foreign",
        "PUBLIC, MODERATOR, false, -      denied -      denied -      denied -      -",
        "PUBLIC, OWNER,     false, -      -      -      -      stays  -      -      -",
        "PUBLIC, NONE,      true,  closed denied closed closed -      closed closed closed",
        "PUBLIC, MODERATOR, true,  closed denied closed closed -      closed closed closed",
        "PUBLIC, OWNER,     true,  closed -      closed closed -      closed closed closed",
        "GROUP,  NONE,      false, unseen unseen unseen unseen unseen unseen unseen unseen",
        "GROUP,  MEMBER,    false, denied denied denied denied -      denied -      foreign",
        "GROUP,  MODERATOR, false, -      denied -      denied -      denied -      -",
        "GROUP,  OWNER,     false, -      -      -      -      stays  -      -      -",
        "GROUP,  NONE,      true,  unseen unseen unseen unseen unseen unseen unseen unseen",
        "GROUP,  MEMBER,    true,  closed denied closed closed -      closed closed closed",
        "GROUP,  OWNER,     true,  closed -      closed closed -      closed closed closed",
        "DIRECT, NONE,      false, unseen unseen unseen unseen unseen unseen unseen unseen",
        "DIRECT, MEMBER,    false, unseen unseen unseen unseen unseen unseen -      foreign",
    })
    void who_may_change_what_where(RoomKind kind, String role, boolean closed, String expected) {
        RoomAccess access = access(kind, role, closed);

        assertEquals(
                expected.replaceAll(" +", " "),
                answers(Stream.of(
                        access.refusalToDescribe(USER),
                        access.refusalToArchive(USER),
                        access.refusalToAdmit(USER, STRANGER, RoomRole.MEMBER),
                        access.refusalToAdmit(USER, STRANGER, RoomRole.MODERATOR),
                        access.refusalToLeave(USER),
                        access.refusalToTransfer(USER, MEMBER),
                        access.refusalToEdit(USER, USER),
                        access.refusalToDelete(USER, MEMBER))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // role; to remove, to give a role: the owner, a moderator, a member, oneself
        "MEMBER,    denied denied denied denied, denied denied denied denied",
        "MODERATOR, denied denied -      denied, denied denied denied denied",
        "OWNER,     -      -      -      denied, denied -      -      denied",
    })
    void those_who_stand_above_others_remove_them_and_the_owner_gives_roles(
            String role, String toRemove, String toSetRole) {
        RoomAccess access = access(RoomKind.GROUP, role, false);
        List<UserId> targets = List.of(OWNER, MODERATOR, MEMBER, USER);

        assertEquals(
                toRemove.replaceAll(" +", " "),
                answers(targets.stream().map(target -> access.refusalToRemove(USER, target))));
        assertEquals(
                toSetRole.replaceAll(" +", " "),
                answers(targets.stream().map(target -> access.refusalToSetRole(USER, target, RoomRole.MEMBER))));
    }

    @Test
    void nobody_is_made_an_owner_but_by_handing_over() {
        RoomAccess access = access(RoomKind.GROUP, "OWNER", false);

        assertEquals(
                "denied denied",
                answers(Stream.of(
                        access.refusalToAdmit(USER, STRANGER, RoomRole.OWNER),
                        access.refusalToSetRole(USER, MEMBER, RoomRole.OWNER))));
        assertEquals("denied", answers(Stream.of(access.refusalToTransfer(USER, USER))));
    }

    @Test
    void nobody_edits_what_others_wrote() {
        for (String role : List.of("MEMBER", "MODERATOR", "OWNER")) {
            assertEquals(
                    "foreign",
                    answers(Stream.of(access(RoomKind.GROUP, role, false).refusalToEdit(USER, MEMBER))));
        }
    }

    @Test
    void a_full_group_takes_nobody_who_is_not_in_it_and_a_public_room_is_never_full() {
        Map<UserId, RoomRole> two = Map.of(USER, RoomRole.OWNER, MEMBER, RoomRole.MEMBER);
        Room group = Fixtures.group(USER).described(atMost(2));
        Room open = Fixtures.publicRoom().described(atMost(2));

        assertEquals(
                "full - -",
                answers(Stream.of(
                        new RoomAccess(group, Revision.ZERO, two).refusalToAdmit(USER, STRANGER, RoomRole.MEMBER),
                        new RoomAccess(group, Revision.ZERO, two).refusalToAdmit(USER, MEMBER, RoomRole.MEMBER),
                        new RoomAccess(open, Revision.ZERO, two).refusalToAdmit(USER, STRANGER, RoomRole.MEMBER))));
        assertEquals(
                "-",
                answers(Stream.of(new RoomAccess(group.described(atMost(3)), Revision.ZERO, two)
                        .refusalToAdmit(USER, STRANGER, RoomRole.MEMBER))));
    }

    @Test
    void the_last_one_of_a_group_may_leave_and_of_a_public_room_nobody_knows_who_is_the_last() {
        Map<UserId, RoomRole> alone = Map.of(USER, RoomRole.OWNER);

        assertEquals(
                "- stays",
                answers(Stream.of(
                        new RoomAccess(Fixtures.group(USER), Revision.ZERO, alone).refusalToLeave(USER),
                        new RoomAccess(Fixtures.publicRoom(), Revision.ZERO, alone).refusalToLeave(USER))));
    }

    private static RoomDetails atMost(int members) {
        return new RoomDetails("Room", Optional.empty(), Optional.empty(), OptionalInt.of(members));
    }

    /** A room with an owner, a moderator and a member beside {@link #USER}; a private chat with the member alone. */
    private static RoomAccess access(RoomKind kind, String role, boolean closed) {
        Map<UserId, RoomRole> roles = new HashMap<>();
        if (kind != RoomKind.DIRECT) {
            roles.put(OWNER, RoomRole.OWNER);
            roles.put(MODERATOR, RoomRole.MODERATOR);
        }
        if (kind != RoomKind.PUBLIC) {
            roles.put(MEMBER, RoomRole.MEMBER);
        }
        boolean known = !role.equals("NONE") && (kind != RoomKind.PUBLIC || !role.equals("MEMBER"));
        if (known) {
            roles.put(USER, RoomRole.valueOf(role));
        }
        Room room = room(kind);
        return new RoomAccess(closed ? room.archived(Fixtures.NOW) : room, Revision.ZERO, roles);
    }

    private static Room room(RoomKind kind) {
        return switch (kind) {
            case PUBLIC -> Fixtures.publicRoom();
            case GROUP -> Fixtures.group(OWNER);
            case DIRECT -> Room.direct(Fixtures.roomId(), DirectPair.of(USER, MEMBER), USER, Fixtures.NOW);
        };
    }

    private static String answers(Stream<Optional<ChatException>> refusals) {
        return refusals.map(refusal -> refusal.map(ChatException::code)
                        .map(ErrorCode::name)
                        .map(SHORT::get)
                        .orElse("-"))
                .collect(Collectors.joining(" "));
    }
}
