package io.chatsphere.bootstrap.load.audit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is known of each message that was sent: by whom, when it was due, and what its acknowledgement said. Messages are
 * numbered 0, 1, 2 …; each takes 24 bytes. Thread-safe.
 */
public final class Ledger {
    private static final int CHUNK = 1 << 14;
    private static final int CHUNKS = 1 << 14;
    private static final int REFUSED = -1;

    private final AtomicReferenceArray<Chunk> chunks = new AtomicReferenceArray<>(CHUNKS);
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Findings findings;

    public Ledger(Findings findings) {
        this.findings = findings;
    }

    private static final class Chunk {
        private final AtomicLongArray due = new AtomicLongArray(CHUNK);
        private final AtomicLongArray ids = new AtomicLongArray(CHUNK);
        private final AtomicIntegerArray senders = new AtomicIntegerArray(CHUNK);
        private final AtomicIntegerArray positions = new AtomicIntegerArray(CHUNK);
    }

    /**
     * A new message.
     *
     * @param due when it is to be sent, in nanoseconds of any clock
     * @return its number
     */
    public int add(int sender, long due) {
        int number = size.getAndIncrement();
        Chunk chunk = chunk(number);
        chunk.senders.set(number % CHUNK, sender);
        chunk.due.set(number % CHUNK, due);
        return number;
    }

    /** The message was acknowledged. A repeat must say the same as the first; whether this is the first. */
    public boolean acknowledge(int number, long position, long id) {
        if (position < 1) {
            findings.add(
                    Fault.WRONG_ACKNOWLEDGEMENT, "message " + number + " was acknowledged at position " + position);
            return false;
        }
        Chunk chunk = chunk(number);
        int i = number % CHUNK;
        if (chunk.positions.compareAndSet(i, 0, (int) position)) {
            chunk.ids.set(i, id);
            acknowledged.incrementAndGet();
            return true;
        }
        if (chunk.positions.get(i) != position || chunk.ids.get(i) != id) {
            findings.add(
                    Fault.WRONG_ACKNOWLEDGEMENT,
                    "message " + number + " was acknowledged at position " + chunk.positions.get(i) + " and again at "
                            + position + " or under another id");
        }
        return false;
    }

    /** The message was refused for good. */
    public void refuse(int number) {
        if (chunk(number).positions.compareAndSet(number % CHUNK, 0, REFUSED)) {
            refused.incrementAndGet();
        }
    }

    /** When the message was due. */
    public long due(int number) {
        return chunk(number).due.get(number % CHUNK);
    }

    /** Who sent the message. */
    public int sender(int number) {
        return chunk(number).senders.get(number % CHUNK);
    }

    /** Whether there is a message of this number. */
    public boolean knows(int number) {
        return number >= 0 && number < size.get();
    }

    /** Whether it is stored, as the server says. */
    public boolean isAcknowledged(int number) {
        return chunk(number).positions.get(number % CHUNK) > 0;
    }

    boolean isRefused(int number) {
        return chunk(number).positions.get(number % CHUNK) == REFUSED;
    }

    /** The position that its acknowledgement named. */
    int position(int number) {
        return chunk(number).positions.get(number % CHUNK);
    }

    long id(int number) {
        return chunk(number).ids.get(number % CHUNK);
    }

    /** How many messages there are. */
    public int size() {
        return size.get();
    }

    /** How many of them were acknowledged. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** How many of them were refused for good. */
    public int refused() {
        return refused.get();
    }

    private Chunk chunk(int number) {
        int index = number / CHUNK;
        Chunk known = chunks.get(index);
        if (known != null) {
            return known;
        }
        Chunk fresh = new Chunk();
        Chunk witness = chunks.compareAndExchange(index, null, fresh);
        return witness == null ? fresh : witness;
    }
}
