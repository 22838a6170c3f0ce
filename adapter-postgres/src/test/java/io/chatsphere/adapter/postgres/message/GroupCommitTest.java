package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.UserSummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {
    private final RoomId room = Drafts.room();
    private final UserSummary sender = Drafts.sender();
    private final Scripted transaction = new Scripted();
    private final Tasks tasks = new Tasks();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void what_comes_while_a_batch_is_committed_makes_the_next_one() throws InterruptedException {
        try (GroupCommit commits = started(1)) {
            Future<List<Appended>> first = send(commits, room);
            transaction.entered.await();
            List<Future<List<Appended>>> later = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                later.add(send(commits, room));
            }
            awaitQueued(later);
            transaction.gate.countDown();

            assertThat(Tasks.result(first)).hasSize(1);
            later.forEach(call -> assertThat(Tasks.result(call)).hasSize(1));
        }
        assertThat(transaction.batches.peek()).isEqualTo(1);
        assertThat(transaction.batches.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(6);
    }

    @Test
    void drafts_of_one_call_are_answered_in_their_order_whoever_writes_them() {
        transaction.gate.countDown();
        List<MessageDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            drafts.add(Drafts.plain(Drafts.room(), sender));
        }
        try (GroupCommit commits = started(4)) {
            assertThat(commits.append(drafts))
                    .extracting(answer -> ((Appended.Stored) answer).message().id())
                    .isEqualTo(drafts.stream().map(MessageDraft::id).toList());
            assertThat(commits.append(List.of())).isEmpty();
        }
    }

    @Test
    void when_a_part_of_a_call_fails_its_drafts_are_stale_and_the_others_stored() {
        transaction.gate.countDown();
        RoomId failing = Drafts.roomOf(0, 2);
        RoomId fine = Drafts.roomOf(1, 2);
        transaction.failing.add(failing);
        try (GroupCommit commits = started(2)) {
            List<Appended> answers = commits.append(List.of(Drafts.plain(failing, sender), Drafts.plain(fine, sender)));

            assertThat(answers.getFirst()).isInstanceOf(Appended.Stale.class);
            assertThat(answers.getLast()).isInstanceOf(Appended.Stored.class);
            assertThatThrownBy(() -> commits.append(List.of(Drafts.plain(failing, sender))))
                    .isInstanceOf(ChatException.Unavailable.class);
        }
    }

    @Test
    void after_a_defect_nobody_knows_what_is_stored_and_the_writer_lives_on() {
        transaction.gate.countDown();
        try (GroupCommit commits = started(1)) {
            transaction.broken = true;
            assertThat(commits.append(List.of(Drafts.plain(room, sender)))).containsExactly(new Appended.Unknown());
            transaction.broken = false;
            assertThat(commits.append(List.of(Drafts.plain(room, sender)))).hasSize(1);
        }
    }

    @Test
    void more_than_the_bound_is_refused_at_once() throws InterruptedException {
        try (GroupCommit commits = started(1)) {
            Future<List<Appended>> first = send(commits, room);
            transaction.entered.await();
            List<MessageDraft> many = Collections.nCopies(AppendBudget.MAX_DRAFTS, Drafts.plain(room, sender));

            assertThatThrownBy(() -> commits.append(many)).isInstanceOf(ChatException.Unavailable.class);
            transaction.gate.countDown();
            assertThat(Tasks.result(first)).hasSize(1);
        }
    }

    private GroupCommit started(int writers) {
        GroupCommit commits = new GroupCommit(writers, () -> transaction);
        commits.start();
        return commits;
    }

    private Future<List<Appended>> send(GroupCommit commits, RoomId to) {
        return tasks.start(() -> commits.append(List.of(Drafts.plain(to, sender))));
    }

    /** They are in the queue or on their way: either way none is answered while the gate is shut. */
    private static void awaitQueued(List<Future<List<Appended>>> calls) {
        assertThat(calls).noneMatch(Future::isDone);
    }

    /** Stores nothing, but waits and fails as it is told. */
    private static final class Scripted implements Appends {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
        final Set<RoomId> failing = ConcurrentHashMap.newKeySet();
        volatile boolean broken;

        @Override
        public List<Appended> append(List<MessageDraft> drafts) throws AppendFailure {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            batches.add(drafts.size());
            if (broken) {
                throw new IllegalStateException("told to");
            }
            if (drafts.stream().anyMatch(draft -> failing.contains(draft.room()))) {
                throw new AppendFailure(AppendFailure.Kind.REFUSED, new SQLException("told to", "55P03"));
            }
            return drafts.stream()
                    .<Appended>map(draft -> new Appended.Stored(draft.stored(new Position(1), new Revision(1))))
                    .toList();
        }

        @Override
        public void close() {
            batches.add(0);
        }
    }
}
