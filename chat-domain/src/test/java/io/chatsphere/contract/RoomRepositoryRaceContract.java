package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.room.RoomUpdate.ChangedMember;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link RoomRepository} keeps when many change one room at once. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryRaceContract {
    private static final int RACERS = 20;
    private static final int ACTS = 10;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void parallel_admissions_never_fill_a_group_beyond_its_limit() {
        User owner = chat().member();
        RoomId group = chat().create(Fixtures.group(owner.id(), 5));
        List<User> guests = people(RACERS);

        List<Optional<ErrorCode>> refusals = Race.run(
                RACERS,
                i -> Refusals.refusal(() -> decide(
                        group,
                        access ->
                                access.refusalToAdmit(owner.id(), guests.get(i).id(), RoomRole.MEMBER),
                        new RoomAct.Admit(guests.get(i).id(), RoomRole.MEMBER))));

        assertEquals(4, refusals.stream().filter(Optional::isEmpty).count());
        assertEquals(
                RACERS - 4,
                refusals.stream()
                        .filter(Optional.of(ErrorCode.ROOM_FULL)::equals)
                        .count());
        assertEquals(5, rooms().findAccess(group).orElseThrow().roles().size());
        assertEquals(new Revision(4), chat().revision(group));
    }

    @Test
    void of_parallel_admissions_of_one_user_exactly_one_admits() {
        RoomId group = chat().group(chat().member());
        User guest = chat().member();

        List<RoomUpdate> updates =
                Race.run(RACERS, i -> chat().act(group, new RoomAct.Admit(guest.id(), RoomRole.MEMBER)));

        assertEquals(
                1, updates.stream().mapToInt(update -> update.members().size()).sum());
        assertEquals(new Revision(1), chat().revision(group));
        assertEquals(new Revision(1), chat().revision(guest));
    }

    @Test
    void an_owner_hands_a_room_over_once() {
        User owner = chat().member();
        List<User> heirs = people(RACERS);
        RoomId group = chat().groupOf(owner, heirs.toArray(User[]::new));

        List<Optional<ErrorCode>> refusals = Race.run(
                RACERS,
                i -> Refusals.refusal(() -> decide(
                        group,
                        access -> access.refusalToTransfer(
                                owner.id(), heirs.get(i).id()),
                        new RoomAct.Transfer(owner.id(), heirs.get(i).id()))));

        assertEquals(1, refusals.stream().filter(Optional::isEmpty).count());
        Collection<RoomRole> roles =
                rooms().findAccess(group).orElseThrow().roles().values();
        assertEquals(1, roles.stream().filter(RoomRole.OWNER::equals).count());
        assertEquals(new Revision(2), chat().revision(group));
    }

    @Test
    void a_group_keeps_an_owner_while_everybody_wants_to_leave() {
        User owner = chat().member();
        User heir = chat().member();
        RoomId group = chat().groupOf(owner, heir, chat().member());

        Race.run(
                2,
                i -> Refusals.refusal(() -> {
                    if (i == 0) {
                        decide(group, access -> access.refusalToLeave(owner.id()), new RoomAct.Leave(owner.id()));
                    } else {
                        decide(
                                group,
                                access -> access.refusalToTransfer(owner.id(), heir.id()),
                                new RoomAct.Transfer(owner.id(), heir.id()));
                    }
                }));

        assertTrue(rooms().findAccess(group).orElseThrow().roles().containsValue(RoomRole.OWNER));
    }

    @Test
    void in_any_tangle_of_acts_each_change_has_its_revisions() {
        long seed = ThreadLocalRandom.current().nextLong();
        List<User> people = people(6);
        RoomId group = chat().groupOf(people.getFirst(), people.get(1), people.get(2));

        List<ChangedMember> changed = Race.run(RACERS, i -> tangle(group, people, new Random(seed + i))).stream()
                .flatMap(Collection::stream)
                .toList();

        String hint = "seed " + seed;
        assertEquals(
                LongStream.rangeClosed(1, changed.size()).boxed().toList(),
                changed.stream()
                        .map(member -> member.membership().revision().value())
                        .sorted()
                        .toList(),
                hint);
        assertEquals(new Revision(changed.size()), chat().revision(group), hint);
        for (int i = 0; i < people.size(); i++) {
            User user = people.get(i);
            long own = changed.stream().filter(member -> isOf(user, member)).count();
            assertEquals(new Revision(own + (i < 3 ? 1 : 0)), chat().revision(user), hint);
        }
        assertLogIsCurrent(group, hint);
    }

    /** Does random acts one after another, and tells what they changed. */
    private List<ChangedMember> tangle(RoomId group, List<User> people, Random random) {
        List<ChangedMember> changed = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            UserId one = people.get(random.nextInt(people.size())).id();
            UserId other = people.get(random.nextInt(people.size())).id();
            RoomAct act = switch (random.nextInt(5)) {
                case 0 -> new RoomAct.SetRole(one, RoomRole.MODERATOR);
                case 1 -> new RoomAct.Remove(one);
                case 2 -> new RoomAct.Leave(one);
                case 3 -> new RoomAct.Transfer(one, other);
                default -> new RoomAct.Admit(one, RoomRole.MEMBER);
            };
            try {
                changed.addAll(chat().act(group, act).members());
            } catch (ChatException.NotFound noMember) {
                assertEquals(ErrorCode.MEMBER_NOT_FOUND, noMember.code());
            }
        }
        return changed;
    }

    private void assertLogIsCurrent(RoomId group, String hint) {
        List<RoomChange> changes = chat().changes(group);
        assertEquals(
                changes.size(), changes.stream().map(this::userOf).distinct().count(), hint);
        for (RoomChange change : changes) {
            assertEquals(
                    rooms().findMembership(group, userOf(change)),
                    Optional.of(((RoomChange.OfMembership) change).membership()),
                    hint);
        }
    }

    private UserId userOf(RoomChange change) {
        return ((RoomChange.OfMembership) change).membership().user();
    }

    private static boolean isOf(User user, ChangedMember member) {
        return member.membership().user().equals(user.id());
    }

    private void decide(RoomId room, Function<RoomAccess, Optional<ChatException>> refusal, RoomAct act) {
        rooms().update(
                        room,
                        access -> {
                            refusal.apply(access).ifPresent(refused -> {
                                throw refused;
                            });
                            return act;
                        },
                        NOW);
    }

    private List<User> people(int count) {
        return Stream.generate(() -> chat().member()).limit(count).toList();
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
