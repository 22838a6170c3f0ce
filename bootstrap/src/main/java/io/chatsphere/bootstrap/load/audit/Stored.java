package io.chatsphere.bootstrap.load.audit;

import java.util.BitSet;

/** Which messages are in any history. A bit for each. Thread-safe. */
public final class Stored {
    private final BitSet numbers = new BitSet();

    /** Whether the message is found for the first time. */
    synchronized boolean add(int number) {
        boolean isNew = !numbers.get(number);
        numbers.set(number);
        return isNew;
    }

    /** All histories were read: what was acknowledged must be there. */
    public synchronized void check(Ledger ledger, Findings findings) {
        for (int number = 0; number < ledger.size(); number++) {
            if (ledger.isAcknowledged(number) && !numbers.get(number)) {
                findings.add(
                        Fault.NOT_STORED,
                        "message " + number + ", acknowledged at position " + ledger.position(number));
            }
        }
    }

    /** How many messages of ours are stored. */
    public synchronized int count() {
        return numbers.cardinality();
    }

    /** How many of them were never acknowledged. */
    public synchronized int unacknowledged(Ledger ledger) {
        return (int) numbers.stream()
                .filter(number -> !ledger.isAcknowledged(number))
                .count();
    }
}
