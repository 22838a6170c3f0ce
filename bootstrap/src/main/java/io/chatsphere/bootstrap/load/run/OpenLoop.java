package io.chatsphere.bootstrap.load.run;

import java.util.concurrent.locks.LockSupport;

/** Sends by the timetable, in one thread, whatever the server does; senders take turns. */
final class OpenLoop implements Runnable {
    private final Timetable timetable;
    private final Senders senders;

    OpenLoop(Timetable timetable, Senders senders) {
        this.timetable = timetable;
        this.senders = senders;
    }

    @Override
    public void run() {
        int messages = timetable.messages();
        for (int i = 0; i < messages && !Thread.currentThread().isInterrupted(); i++) {
            long due = timetable.due(i);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            senders.write(i % senders.count(), due);
        }
    }
}
