package io.chatsphere.bootstrap.load.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which message stands at which position of a room, as the first who was told says; everybody else, and the history, must say
 * the same. Eight bytes for each position. Thread-safe.
 */
public final class RoomOrder {
    private static final int CHUNK = 1 << 10;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final String name;
    private final AtomicLong head = new AtomicLong();
    private volatile List<AtomicLongArray> chunks = List.of();

    public RoomOrder(String name) {
        this.name = name;
    }

    /** The room. */
    public String name() {
        return name;
    }

    /** The greatest position that anybody was told. */
    public long head() {
        return head.get();
    }

    /** Somebody was told of this position. */
    public void reach(long position) {
        head.accumulateAndGet(position, Math::max);
    }

    /**
     * Whether everybody was told the same of this position; the first decides.
     *
     * @param id a fingerprint of the message's id
     * @param number of the message; negative for a stranger's
     */
    public boolean agrees(long position, long id, int number) {
        if (position < 1 || position > Integer.MAX_VALUE) {
            return false;
        }
        long told = fingerprint(id, number);
        AtomicLongArray chunk = chunk((int) (position / CHUNK));
        long known = chunk.compareAndExchange((int) (position % CHUNK), 0, told);
        return known == 0 || known == told;
    }

    private static long fingerprint(long id, int number) {
        long mixed = (id ^ Integer.toUnsignedLong(number) * MIXER) * MIXER;
        return mixed == 0 ? 1 : mixed;
    }

    private AtomicLongArray chunk(int index) {
        List<AtomicLongArray> known = chunks;
        return index < known.size() ? known.get(index) : grown(index);
    }

    private synchronized AtomicLongArray grown(int index) {
        List<AtomicLongArray> more = new ArrayList<>(chunks);
        while (more.size() <= index) {
            more.add(new AtomicLongArray(CHUNK));
        }
        chunks = more;
        return more.get(index);
    }
}
