package io.chatsphere.application.delivery;

/**
 * Takes what is delivered to a session. Called by several threads at once; nothing here may block or throw. Within one room
 * the calls come in order.
 */
public interface LiveListener {
    /** The session is open; called once, before any delivery. */
    void opened(LiveSession session);

    /**
     * Takes a delivery to be sent soon, at the latest with {@link #flush}.
     *
     * @return false if there is no room for it: the session then ends as {@link EndReason#TOO_SLOW}. Closing is cheap, since
     *     a client can ask for what it missed.
     */
    boolean offer(Delivery delivery);

    /**
     * Takes a notice, to be sent soon and without waiting for {@link #flush}. What may be dropped is dropped when there is
     * little room. Who is content with changes may ignore all of them.
     */
    default void notice(Notice notice) {}

    /**
     * Runs {@code step}, which is quick, once: now, or as soon as what was taken and is not sent yet is under half of what may
     * wait. What a session missed is read a page at a time by this, so that it never comes faster than it is sent. Of steps
     * that wait there is at most one. After the session's end it need not run.
     */
    default void whenDrained(Runnable step) {
        step.run();
    }

    /** A run of deliveries is over: what was taken is to be sent now. */
    void flush();

    /** The session ended, and not by its own {@link LiveSession#close}; called at most once. */
    void ended(EndReason reason);
}
