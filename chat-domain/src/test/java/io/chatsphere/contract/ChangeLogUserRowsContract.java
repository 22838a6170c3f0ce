package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.HASH;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ChangeLog} tells each kind of change of a user, each row once, as it is now. Extend it, and return the store
 * to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(ChangeLog.class)
public abstract class ChangeLogUserRowsContract {
    private static final int ROUNDS = 10;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void all_kinds_of_changes_come_in_the_order_of_their_revisions() {
        User user = chat().member();
        RoomId group = chat().groupOf(chat().member(), user);
        chat().send(group, chat().member(), 3);
        LoginId login = chat().open(user).login().id();

        RoomPreferences marked = storage()
                .conversations()
                .markRead(group, user.id(), Optional.of(new Position(2)))
                .orElseThrow();
        UpdatedUser renamed = rename(user, "New name");
        EndedLogin ended = storage().logins().end(login, user.id(), NOW).orElseThrow();

        List<UserChange> expected = List.of(
                new UserChange.OfMembership(chat().membership(group, user)),
                new UserChange.OfPreferences(marked),
                new UserChange.OfProfile(
                        renamed.user().summary(), renamed.revision().orElseThrow()),
                new UserChange.OfLoginEnd(ended));
        assertEquals(new UserChanges(expected, new Revision(4)), since(user, 0));
        assertEquals(new UserChanges(expected.subList(2, 4), new Revision(4)), since(user, 2));
        assertEquals(Map.of(user.id(), new Revision(4)), changes().userHeads(List.of(user.id())));
    }

    @Test
    void a_row_that_changed_again_is_told_where_it_last_changed() {
        User user = chat().member();
        RoomId group = chat().groupOf(chat().member(), user);
        rename(user, "First");
        chat().act(group, new RoomAct.SetRole(user.id(), RoomRole.MODERATOR));
        User renamed = rename(user, "Second").user();

        assertEquals(
                new UserChanges(
                        List.of(
                                new UserChange.OfMembership(chat().membership(group, user)),
                                new UserChange.OfProfile(renamed.summary(), new Revision(4))),
                        new Revision(4)),
                since(user, 0));
        assertEquals(1, since(user, 3).changes().size());
    }

    @Test
    void a_membership_that_ended_is_told_and_is_not_in_the_state() {
        User user = chat().member();
        RoomId group = chat().groupOf(chat().member(), user);
        chat().act(group, new RoomAct.Remove(user.id()));

        assertEquals(
                new UserChanges(List.of(new UserChange.OfMembership(chat().membership(group, user))), new Revision(2)),
                since(user, 1));
        assertEquals(List.of(), changes().userState(user.id()).orElseThrow().memberships());
    }

    @Test
    void the_state_has_the_profile_of_now_and_the_last_revision() {
        User user = chat().member();
        User renamed = rename(user, "New name").user();
        storage().users().changePassword(user.id(), HASH, Optional.empty(), NOW);

        assertEquals(
                renamed.summary(), changes().userState(user.id()).orElseThrow().profile());
        assertEquals(
                new Revision(2), changes().userState(user.id()).orElseThrow().revision());
    }

    @Test
    void a_reader_beside_all_kinds_of_changes_ends_with_every_row_as_it_is() {
        User user = chat().member();
        RoomId group = chat().groupOf(chat().member(), user);
        chat().send(group, chat().member(), ROUNDS);
        long total = 1L + 4 * ROUNDS;

        List<Map<Object, UserChange>> seen = Race.run(5, i -> i < 4 ? write(i, user, group) : fold(user, total));

        Map<Object, UserChange> expected = new HashMap<>();
        chat().changes(user).forEach(change -> expected.put(rowOf(change), change));
        assertEquals(new Revision(total), chat().revision(user));
        assertEquals(expected, seen.getLast());
    }

    /** Makes changes of one kind, each of one row. */
    private Map<Object, UserChange> write(int kind, User user, RoomId group) {
        for (int i = 1; i <= ROUNDS; i++) {
            Position position = new Position(i);
            switch (kind) {
                case 0 -> rename(user, "Name " + i);
                case 1 -> storage().conversations().markRead(group, user.id(), Optional.of(position));
                case 2 -> storage().logins().end(chat().open(user).login().id(), user.id(), NOW);
                default ->
                    chat().act(
                                    group,
                                    new RoomAct.SetRole(user.id(), i % 2 == 0 ? RoomRole.MEMBER : RoomRole.MODERATOR));
            }
        }
        return Map.of();
    }

    /** Reads stretch after stretch, and keeps what it learnt last of each row. */
    private Map<Object, UserChange> fold(User user, long total) {
        Map<Object, UserChange> rows = new HashMap<>();
        long cursor = 0;
        while (cursor < total) {
            UserChanges stretch = since(user, cursor);
            stretch.changes().forEach(change -> rows.put(rowOf(change), change));
            cursor = stretch.upTo().value();
        }
        return rows;
    }

    private static Object rowOf(UserChange change) {
        return switch (change) {
            case UserChange.OfMembership of -> of.membership().room();
            case UserChange.OfPreferences of -> List.of(of.preferences().room());
            case UserChange.OfProfile of -> of.profile().id();
            case UserChange.OfLoginEnd of -> of.ended().login();
        };
    }

    private UpdatedUser rename(User user, String name) {
        DisplayName displayName = new DisplayName(name);
        return storage().users().update(user.id(), old -> old.withProfile(displayName, old.avatarUrl(), old.bio()));
    }

    private UserChanges since(User user, long after) {
        return changes().userSince(user.id(), new Revision(after));
    }

    private ChangeLog changes() {
        return storage().changes();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
