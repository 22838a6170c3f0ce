package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.RequestHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of each draft of a transaction that has locked the counters of its rooms and looked up repeats. Plain
 * state of one transaction, without I/O.
 */
final class AppendBatch {
    private final Map<RoomId, Counter> counters;
    private final Map<Request, Repeat> known;
    private final List<Row> rows = new ArrayList<>();
    private final Map<RoomId, Counter> moved = new LinkedHashMap<>();

    /**
     * @param counters of those rooms that exist
     * @param known what was stored before under client ids that the drafts use
     */
    AppendBatch(Map<RoomId, Counter> counters, Map<Request, Repeat> known) {
        this.counters = new HashMap<>(counters);
        this.known = new HashMap<>(known);
    }

    /** The drafts' answers, true once the transaction is committed. Repeats come before staleness. */
    List<Appended> place(List<MessageDraft> drafts) {
        return drafts.stream().map(this::place).toList();
    }

    /** What is to be inserted, in the order of the drafts. */
    List<Row> rows() {
        return rows;
    }

    /** The counters that moved, as they are to be written. */
    Collection<Counter> moved() {
        return moved.values();
    }

    private Appended place(MessageDraft draft) {
        Optional<Repeat> repeat = Request.of(draft).map(known::get);
        if (repeat.isPresent()) {
            RequestHash hash = draft.request().orElseThrow().hash();
            return repeat.get().hash().equals(hash)
                    ? new Appended.Repeated(repeat.get().message())
                    : new Appended.Conflicting();
        }
        Counter counter = counters.get(draft.room());
        if (counter == null || counter.access() != draft.accessRevision().value()) {
            return new Appended.Stale();
        }
        return new Appended.Stored(store(draft, counter.next(draft)));
    }

    private Message store(MessageDraft draft, Counter counter) {
        counters.put(draft.room(), counter);
        moved.put(draft.room(), counter);
        Message message = draft.stored(new Position(counter.position()), new Revision(counter.revision()));
        rows.add(new Row(message, draft.request().map(ClientRequest::hash)));
        Request.of(draft)
                .ifPresent(request -> known.put(
                        request,
                        new Repeat(message, draft.request().orElseThrow().hash())));
        return message;
    }

    /**
     * A room's counters.
     *
     * @param lastMessageAt milliseconds since the epoch; zero as read, since nothing reads it
     */
    record Counter(RoomId room, long position, long revision, long access, long lastMessageAt) {
        Counter next(MessageDraft draft) {
            return new Counter(
                    room, position + 1, revision + 1, access, draft.createdAt().toEpochMilli());
        }
    }

    /** What makes a request the same: one client id of one sender in one room. */
    record Request(RoomId room, UserId sender, ClientMessageId id) {
        static Optional<Request> of(MessageDraft draft) {
            return draft.request()
                    .map(request -> new Request(draft.room(), draft.author().id(), request.id()));
        }
    }

    /** A message to be inserted. */
    record Row(Message message, Optional<RequestHash> hash) {}
}
