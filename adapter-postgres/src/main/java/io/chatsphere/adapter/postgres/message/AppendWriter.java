package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits one queue, batch by batch, until it is closed and empty. Every slice gets an answer, whatever happens. */
final class AppendWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendWriter.class);

    private static final String LOCK_TIMEOUT = "55P03";
    /** A statement that took so long tells of the server rather than of its drafts: the next would as well. */
    private static final String STATEMENT_TIMEOUT = "57014";

    private final AppendQueue queue;
    private final AppendBudget budget;
    private final Appends transaction;
    private boolean failing;

    AppendWriter(AppendQueue queue, AppendBudget budget, Appends transaction) {
        this.queue = queue;
        this.budget = budget;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        try (transaction) {
            for (List<AppendSlice> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                commit(batch);
            }
        }
    }

    private void commit(List<AppendSlice> batch) {
        try {
            together(batch);
        } catch (RuntimeException | Error e) {
            LOG.error("A writer met a defect; its drafts may or may not be stored", e);
            AppendFailure failure = new AppendFailure(AppendFailure.Kind.UNKNOWN, new IllegalStateException(e));
            batch.forEach(slice -> fail(slice, failure));
        } catch (AppendFailure failure) {
            if (batch.size() > 1 && failure.mayBeOneCall()) {
                eachAlone(batch);
            } else {
                batch.forEach(slice -> fail(slice, failure));
            }
        }
    }

    private void together(List<AppendSlice> batch) throws AppendFailure {
        List<MessageDraft> drafts =
                batch.stream().flatMap(slice -> slice.drafts().stream()).toList();
        List<Appended> answers = append(drafts);
        reportSuccess();
        int from = 0;
        for (AppendSlice slice : batch) {
            int to = from + slice.drafts().size();
            budget.release(slice.drafts());
            slice.answer(answers.subList(from, to));
            from = to;
        }
    }

    /** So that a failure hits only its cause. What was seen locked or away is not waited for again. */
    private void eachAlone(List<AppendSlice> batch) {
        Map<RoomId, AppendFailure> stuck = new HashMap<>();
        Optional<AppendFailure> away = Optional.empty();
        for (AppendSlice slice : batch) {
            Set<RoomId> rooms = slice.drafts().stream().map(MessageDraft::room).collect(Collectors.toSet());
            Optional<AppendFailure> known = away.or(() ->
                    rooms.stream().filter(stuck::containsKey).map(stuck::get).findFirst());
            if (known.isPresent()) {
                fail(slice, known.get());
                continue;
            }
            try {
                together(List.of(slice));
            } catch (AppendFailure failure) {
                fail(slice, failure);
                if (failure.kind() == AppendFailure.Kind.AWAY || hasState(failure, STATEMENT_TIMEOUT)) {
                    away = Optional.of(failure);
                } else if (rooms.size() == 1 && hasState(failure, LOCK_TIMEOUT)) {
                    stuck.put(rooms.iterator().next(), failure);
                }
            }
        }
    }

    private List<Appended> append(List<MessageDraft> drafts) throws AppendFailure {
        try {
            return transaction.append(drafts);
        } catch (RuntimeException | Error e) {
            LOG.error("A writer met a defect; its drafts may or may not be stored", e);
            throw new AppendFailure(AppendFailure.Kind.UNKNOWN, new IllegalStateException("a writer met a defect", e));
        }
    }

    private void fail(AppendSlice slice, AppendFailure failure) {
        reportFailure(failure);
        if (!slice.isAnswered()) {
            budget.release(slice.drafts());
            slice.fail(failure);
        }
    }

    /** The first of a series alone is loud: with the database away thousands of calls may fail in a second. */
    private void reportFailure(AppendFailure failure) {
        if (failing) {
            LOG.debug("Appending still fails ({})", failure.kind(), failure.getCause());
        } else {
            LOG.warn("Appending fails ({})", failure.kind(), failure.getCause());
        }
        failing = true;
    }

    private void reportSuccess() {
        if (failing) {
            LOG.info("Appending works again");
        }
        failing = false;
    }

    private static boolean hasState(AppendFailure failure, String state) {
        return failure.getCause() instanceof SQLException sql && state.equals(sql.getSQLState());
    }
}
