package io.chatsphere.application.delivery;

/** Takes everything and keeps nothing. */
final class SilentListener implements LiveListener {
    @Override
    public void opened(LiveSession session) {
        // Nothing is kept.
    }

    @Override
    public boolean offer(Delivery delivery) {
        return true;
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void ended(EndReason reason) {
        // Nothing is kept.
    }
}
