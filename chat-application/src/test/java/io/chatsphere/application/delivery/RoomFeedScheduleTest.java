package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.access;
import static io.chatsphere.application.delivery.FeedFixture.publicRoom;
import static io.chatsphere.application.delivery.FeedFixture.session;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A feed under a bus that loses, repeats and reorders, with slow reads, a sweep, and sessions that come and go: drawn from a
 * seed, which a failure names. Every session must see exactly the revisions behind its cursor, in order.
 */
class RoomFeedScheduleTest {
    private static final int SEEDS = 3_000;
    private static final int STEPS = 60;

    @Test
    void every_session_sees_every_change_behind_its_cursor_once_and_in_order_whatever_the_bus_does() {
        for (long seed = 0; seed < SEEDS; seed++) {
            new Run(seed).play();
        }
    }

    private static final class Run {
        final long seed;
        final Random random;
        final List<Runnable> pendingReads = new ArrayList<>();
        final List<Long> nudges = new ArrayList<>();
        final List<Follower> followers = new ArrayList<>();
        final RoomFeed feed = new RoomFeed(
                (after, reader, then) -> pendingReads().add(() -> {
                    boolean fails = random().nextInt(10) == 0;
                    then.accept(fails ? Optional.empty() : Optional.of(stretch(after)));
                }),
                new ManualLater());
        long committed;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.committed = random.nextInt(5);
        }

        /** @param cursor behind which the session must see everything */
        record Follower(RecordingListener listener, LiveSession session, long cursor) {}

        void play() {
            feed.opened(access(publicRoom()), new Revision(committed));
            for (int step = 0; step < STEPS; step++) {
                step();
                feed.endOfTurn();
            }
            settle();
            followers.forEach(this::check);
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> commit();
                case 3, 4 -> nudge();
                case 5 -> read();
                case 6 -> attach();
                default -> sweep();
            }
        }

        private void commit() {
            committed++;
            if (random.nextInt(4) > 0) {
                nudges.add(committed);
            }
            if (random.nextInt(5) == 0) {
                nudges.add(committed);
            }
        }

        private void nudge() {
            if (!nudges.isEmpty()) {
                long revision = nudges.remove(random.nextInt(nudges.size()));
                Origin origin = random.nextBoolean() ? Origin.LOCAL : Origin.REMOTE;
                feed.changed(FeedFixture.messages(revision, revision), origin);
            }
        }

        private void read() {
            if (!pendingReads.isEmpty()) {
                pendingReads.remove(random.nextInt(pendingReads.size())).run();
            }
        }

        private void attach() {
            RecordingListener listener = new RecordingListener();
            LiveSession session = session(user("u" + seed + "x" + followers.size()), listener);
            if (random.nextBoolean()) {
                followers.add(new Follower(listener, session, feed.delivered().value()));
                feed.crowd().attach(session, FeedFixture.member(session, 0));
            } else {
                long cursor = random.nextLong(committed + 1);
                followers.add(new Follower(listener, session, cursor));
                Membership membership = FeedFixture.member(session, cursor);
                feed.crowd().admit(session, membership);
                feed.crowd().greet(session, membership, FeedFixture.greeting());
            }
        }

        private void sweep() {
            feed.swept(new Revision(committed), feed.delivered());
            feed.crowd().readAgain();
        }

        private boolean isQuiet() {
            return feed.delivered().value() == committed
                    && pendingReads.isEmpty()
                    && !feed.crowd().isWaiting();
        }

        private void settle() {
            for (int i = 0; i < 1_000 && !isQuiet(); i++) {
                sweep();
                read();
                feed.endOfTurn();
            }
        }

        private void check(Follower follower) {
            List<Long> seen = follower.listener().revisions();
            List<Long> all = LongStream.rangeClosed(follower.cursor() + 1, committed)
                    .boxed()
                    .toList();
            if (follower.listener().end().isPresent()) {
                // A read failed while it caught up: it was told to start anew, and what it has is a beginning.
                assertThat(seen).as("seed %d", seed).isEqualTo(all.subList(0, seen.size()));
            } else {
                assertThat(seen).as("seed %d", seed).isEqualTo(all);
            }
        }

        private Stretch stretch(Revision after) {
            long upTo = Math.min(committed(), after.value() + 1 + random().nextInt(5));
            return new Stretch(FeedFixture.page(after.value(), upTo, upTo == committed()), false, Optional.empty());
        }

        private List<Runnable> pendingReads() {
            return pendingReads;
        }

        private Random random() {
            return random;
        }

        private long committed() {
            return committed;
        }
    }
}
