package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drafts that are to be appended without a look first: each room moves by as many as go there, if its access is still what
 * they were judged at. Plain state of one transaction, without I/O.
 */
final class DirectBatch {
    private final List<Line> lines = new ArrayList<>();
    private final Map<RoomId, Share> shares = new LinkedHashMap<>();

    /** Drafts of a room that were judged at different revisions are left out: some of them are stale. */
    DirectBatch(List<MessageDraft> drafts) {
        Set<RoomId> unlike = unlike(drafts);
        for (int i = 0; i < drafts.size(); i++) {
            MessageDraft draft = drafts.get(i);
            if (!unlike.contains(draft.room())) {
                Share share =
                        shares.getOrDefault(draft.room(), Share.none(draft)).with(draft);
                shares.put(draft.room(), share);
                lines.add(new Line(i, draft, share.size()));
            }
        }
    }

    private static Set<RoomId> unlike(List<MessageDraft> drafts) {
        Map<RoomId, Revision> access = HashMap.newHashMap(drafts.size());
        Set<RoomId> unlike = new HashSet<>();
        for (MessageDraft draft : drafts) {
            Revision first = access.putIfAbsent(draft.room(), draft.accessRevision());
            if (first != null && !first.equals(draft.accessRevision())) {
                unlike.add(draft.room());
            }
        }
        return unlike;
    }

    /** In the order of the drafts. */
    List<Line> lines() {
        return lines;
    }

    /** One for each room. */
    Collection<Share> shares() {
        return shares.values();
    }

    /**
     * A draft on its way.
     *
     * @param index among all drafts
     * @param place which of its room's drafts it is, from 1
     */
    record Line(int index, MessageDraft draft, long place) {
        /** What its room's counters were, if it was stored so. */
        Before before(long position, long revision) {
            return new Before(position - place, revision - place);
        }

        /** The message that it became. */
        Message stored(Before before) {
            return draft.stored(new Position(before.position() + place), new Revision(before.revision() + place));
        }
    }

    /**
     * What goes to one room.
     *
     * @param access the access revision that its drafts were judged at
     * @param size how many drafts
     * @param lastMessageAt milliseconds since the epoch
     */
    record Share(RoomId room, long access, long size, long lastMessageAt) {
        static Share none(MessageDraft draft) {
            return new Share(draft.room(), draft.accessRevision().value(), 0, 0);
        }

        Share with(MessageDraft draft) {
            return new Share(room, access, size + 1, draft.createdAt().toEpochMilli());
        }
    }

    /** What a room's counters were before its share. */
    record Before(long position, long revision) {}
}
