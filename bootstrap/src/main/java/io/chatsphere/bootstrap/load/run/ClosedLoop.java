package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.Ledger;
import java.util.function.IntConsumer;

/** Each sender keeps some messages unacknowledged, and writes the next when one is answered. Thread-safe. */
final class ClosedLoop implements Runnable, IntConsumer {
    private final int window;
    private final long end;
    private final Ledger ledger;
    private final Senders senders;

    /**
     * A loop.
     *
     * @param window how many messages of each sender are on their way
     * @param end when nothing is written any more, by {@link System#nanoTime}
     */
    ClosedLoop(int window, long end, Ledger ledger, Senders senders) {
        this.window = window;
        this.end = end;
        this.ledger = ledger;
        this.senders = senders;
    }

    @Override
    public void run() {
        for (int i = 0; i < window; i++) {
            for (int sender = 0; sender < senders.count(); sender++) {
                senders.write(sender, System.nanoTime());
            }
        }
    }

    /** A message was answered. */
    @Override
    public void accept(int number) {
        long now = System.nanoTime();
        if (now - end < 0 && ledger.isAcknowledged(number)) {
            senders.write(ledger.sender(number), now);
        }
    }
}
