package io.chatsphere.bootstrap.load.audit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The history of one room while it is read, oldest first, and held against what was sent, acknowledged and delivered. Keeps a
 * bit for each position. One thread at a time.
 */
public final class StoredRoom {
    /** As many as a list of conversations counts. */
    private static final int COUNTED = 999;

    private final RoomOrder order;
    private final Ledger ledger;
    private final Stored stored;
    private final Findings findings;
    private final BitSet positions = new BitSet();
    private final Map<String, Integer> lastOwn = new HashMap<>();
    private int head;

    /** A message of the history; its id as a fingerprint, its number negative for a stranger's. */
    public record Message(long position, long id, int number, boolean intact, String author) {}

    /** What a conversation should say: the count, and whether there are more than that. */
    public record Unread(int count, boolean more) {}

    public StoredRoom(RoomOrder order, Ledger ledger, Stored stored, Findings findings) {
        this.order = order;
        this.ledger = ledger;
        this.stored = stored;
        this.findings = findings;
    }

    /** The next message of the history, which the sender's seat says it should be of. */
    public void take(Message message, boolean isWhereItWasSent) {
        String what = "message " + message.number() + " at position " + message.position() + " of " + order.name();
        int at = (int) message.position();
        if (at != head + 1) {
            findings.add(Fault.POSITION_MISSING, Math.max(1, at - head - 1L), what + " comes behind position " + head);
        }
        head = Math.max(head, at);
        positions.set(at);
        lastOwn.merge(message.author(), at, Math::max);
        if (!order.agrees(at, message.id(), message.number())) {
            findings.add(Fault.DELIVERED_ALTERED, what + " is not what was delivered there");
        }
        if (message.number() >= 0) {
            ours(message, isWhereItWasSent, what);
        }
    }

    private void ours(Message message, boolean isWhereItWasSent, String what) {
        int number = message.number();
        if (!ledger.knows(number) || !message.intact() || !isWhereItWasSent) {
            findings.add(Fault.STORED_ALTERED, what);
            return;
        }
        if (!stored.add(number)) {
            findings.add(Fault.STORED_TWICE, what);
        }
        if (ledger.isRefused(number)) {
            findings.add(Fault.STORED_THOUGH_REFUSED, what);
        } else if (ledger.isAcknowledged(number)
                && (ledger.position(number) != message.position() || ledger.id(number) != message.id())) {
            findings.add(
                    Fault.WRONG_ACKNOWLEDGEMENT,
                    what + " was acknowledged at position " + ledger.position(number) + " or under another id");
        }
    }

    /** The position of the last message. */
    public int head() {
        return head;
    }

    /** The room. */
    public String name() {
        return order.name();
    }

    /**
     * What a member has not read: what lies behind the read mark and behind their own last message.
     *
     * @param mark up to where they said to have read, at least the position at which they joined
     */
    public Unread unread(String user, long mark) {
        int from = (int) Math.max(mark, lastOwn.getOrDefault(user, 0)) + 1;
        int count = positions.get(Math.min(from, head + 1), head + 1).cardinality();
        return new Unread(Math.min(count, COUNTED), count > COUNTED);
    }
}
