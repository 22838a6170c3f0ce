package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link UserRepository} changes what users say about themselves, and when they were seen. Extend it, and return the
 * store to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositoryUpdateContract {
    private static final int RACERS = 20;
    private static final DisplayName NAME = new DisplayName("公共 🎈 O'Neill");
    private static final Optional<AvatarUrl> AVATAR = Optional.of(new AvatarUrl("https://example.org/me.png"));
    private static final Optional<Bio> BIO = Optional.of(new Bio("two\nlines"));

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_new_profile_is_stored_as_a_change_of_the_user() {
        User user = chat().member();
        User changed = user.withProfile(NAME, AVATAR, BIO);

        UpdatedUser updated = users().update(user.id(), old -> old.withProfile(NAME, AVATAR, BIO));

        assertEquals(new UpdatedUser(changed, Optional.of(new Revision(1))), updated);
        assertEquals(Optional.of(changed), users().find(user.id()));
        assertEquals(List.of(new UserChange.OfProfile(changed.summary(), new Revision(1))), chat().changes(user));
        assertEquals(new Revision(1), chat().revision(user));
    }

    @Test
    void of_several_updates_the_last_one_is_told() {
        User user = chat().member();
        users().update(user.id(), old -> old.withProfile(NAME, AVATAR, BIO));

        User plain = users().update(user.id(), old -> old.withProfile(NAME, Optional.empty(), Optional.empty()))
                .user();

        assertEquals(user.withProfile(NAME, Optional.empty(), Optional.empty()), plain);
        assertEquals(List.of(new UserChange.OfProfile(plain.summary(), new Revision(2))), chat().changes(user));
    }

    @Test
    void a_new_bio_alone_is_a_change_too() {
        User user = chat().member();

        UpdatedUser updated =
                users().update(user.id(), old -> old.withProfile(old.displayName(), old.avatarUrl(), BIO));

        assertEquals(Optional.of(new Revision(1)), updated.revision());
        assertEquals(BIO, users().find(user.id()).orElseThrow().bio());
    }

    @Test
    void an_update_that_changes_nothing_moves_nothing() {
        User user = chat().member();

        UpdatedUser updated =
                users().update(user.id(), old -> old.withProfile(old.displayName(), old.avatarUrl(), old.bio()));

        assertEquals(new UpdatedUser(user, Optional.empty()), updated);
        assertEquals(Revision.ZERO, chat().revision(user));
        assertEquals(List.of(), chat().changes(user));
    }

    @Test
    void all_else_is_not_looked_at() {
        User user = chat().member();
        User other = Fixtures.user();

        UpdatedUser updated = users().update(
                        user.id(),
                        old -> Fixtures.disabled(new User(
                                other.id(),
                                other.username(),
                                other.email(),
                                old.displayName(),
                                old.avatarUrl(),
                                old.bio(),
                                User.HOST,
                                true,
                                NOW.minusMillis(1),
                                Optional.of(NOW))));

        assertEquals(new UpdatedUser(user, Optional.empty()), updated);
        assertEquals(Optional.of(user), users().find(user.id()));
    }

    @Test
    void what_the_change_throws_is_thrown_and_nothing_changes() {
        User user = chat().member();
        RuntimeException defect = new IllegalStateException("refused by the test");

        RuntimeException thrown = assertThrows(
                IllegalStateException.class,
                () -> users().update(user.id(), old -> {
                    throw defect;
                }));

        assertEquals(defect, thrown);
        assertEquals(Optional.of(user), users().find(user.id()));
        assertEquals(Revision.ZERO, chat().revision(user));
    }

    @Test
    void an_unknown_user_is_refused() {
        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.USER_NOT_FOUND,
                () -> users().update(Fixtures.userId(), old -> old));
    }

    @Test
    void a_user_of_a_host_application_has_a_profile_too() {
        User user = users().ensure(Fixtures.hosted(), List.of());

        users().update(user.id(), old -> old.withProfile(NAME, AVATAR, BIO));

        assertEquals(Optional.of(user.withProfile(NAME, AVATAR, BIO)), users().find(user.id()));
    }

    @Test
    void no_parallel_update_is_lost() {
        User user = chat().member();

        List<Long> revisions = Race.run(
                RACERS,
                i -> users().update(user.id(), UserRepositoryUpdateContract::longer)
                        .revision()
                        .orElseThrow()
                        .value());

        assertEquals(
                LongStream.rangeClosed(1, RACERS).boxed().toList(),
                revisions.stream().sorted().toList());
        assertEquals(
                user.displayName() + "x".repeat(RACERS),
                users().find(user.id()).orElseThrow().displayName().value());
    }

    @Test
    void messages_and_members_show_their_user_as_of_now() {
        User author = chat().member(chat().publicRoom());
        Message sent = chat().send(chat().group(author), author, "hello");

        User changed = users().update(author.id(), old -> old.withProfile(NAME, AVATAR, BIO))
                .user();

        assertEquals(
                changed.summary(),
                storage().messages().find(sent.id()).orElseThrow().author());
        assertEquals(
                changed.summary(),
                storage()
                        .rooms()
                        .listMembers(sent.room(), Optional.empty(), 10)
                        .getFirst()
                        .user());
        assertEquals(
                changed.summary(),
                storage().changes().userState(author.id()).orElseThrow().profile());
    }

    @Test
    void being_seen_is_noted_and_no_change() {
        User one = chat().member();
        User other = chat().member();

        users().seen(Map.of(one.id(), NOW.plusMillis(1), other.id(), NOW.plusMillis(2), Fixtures.userId(), NOW));

        assertEquals(Optional.of(NOW.plusMillis(1)), lastSeen(one));
        assertEquals(Optional.of(NOW.plusMillis(2)), lastSeen(other));
        assertEquals(Revision.ZERO, chat().revision(one));
    }

    @Test
    void last_seen_never_goes_back() {
        User user = chat().member();
        users().seen(Map.of(user.id(), NOW));

        users().seen(Map.of(user.id(), NOW.minusMillis(1)));
        assertEquals(Optional.of(NOW), lastSeen(user));

        users().seen(Map.of());
        users().seen(Map.of(user.id(), NOW.plusMillis(1)));
        assertEquals(Optional.of(NOW.plusMillis(1)), lastSeen(user));
    }

    @Test
    void of_parallel_sightings_the_last_one_stays() {
        User one = chat().member();
        User other = chat().member();

        Race.run(RACERS, i -> {
            Instant seen = NOW.plusMillis(i);
            users().seen(Map.of(one.id(), seen, other.id(), seen));
            return seen;
        });

        assertEquals(Optional.of(NOW.plusMillis(RACERS - 1)), lastSeen(one));
        assertEquals(lastSeen(one), lastSeen(other));
    }

    private static User longer(User user) {
        return user.withProfile(new DisplayName(user.displayName() + "x"), user.avatarUrl(), user.bio());
    }

    private Optional<Instant> lastSeen(User user) {
        return users().find(user.id()).orElseThrow().lastSeen();
    }

    private UserRepository users() {
        return storage().users();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
