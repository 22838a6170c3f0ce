package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupCommitCloseTest {
    private static final int WRITERS = 16;

    private final UserSummary sender = Drafts.sender();

    /** One wait after the other would take longer than a task may. */
    @Test
    void writers_that_do_not_end_are_waited_for_together() throws InterruptedException {
        Stuck transaction = new Stuck();
        try (Tasks tasks = new Tasks()) {
            GroupCommit commits = new GroupCommit(WRITERS, () -> transaction);
            commits.start();
            Future<List<Appended>> sent = tasks.start(() -> commits.append(forEveryWriter()));
            transaction.entered.await();

            Tasks.result(tasks.start(() -> {
                commits.close();
                return true;
            }));

            assertThat(sent).isNotDone();
            transaction.gate.countDown();
            assertThat(Tasks.result(sent)).hasSize(WRITERS);
        }
    }

    private List<MessageDraft> forEveryWriter() {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> Drafts.plain(Drafts.roomOf(writer, WRITERS), sender))
                .toList();
    }

    /** Stores nothing and answers nothing before the gate opens. */
    private static final class Stuck implements Appends {
        final CountDownLatch entered = new CountDownLatch(WRITERS);
        final CountDownLatch gate = new CountDownLatch(1);

        @Override
        public List<Appended> append(List<MessageDraft> drafts) {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return drafts.stream().<Appended>map(draft -> new Appended.Stale()).toList();
        }

        @Override
        public void close() {
            entered.countDown();
        }
    }
}
