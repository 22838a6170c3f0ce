package io.chatsphere.bootstrap.presence;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What somebody was shown of who is online. */
final class Screen implements LiveListener {
    private final List<String> lists = new CopyOnWriteArrayList<>();
    private volatile boolean stale;

    /** All lists, each the names in alphabetical order. */
    List<String> lists() {
        return lists;
    }

    boolean shows(String names) {
        return !lists.isEmpty() && lists.getLast().equals(names);
    }

    boolean isStale() {
        return stale;
    }

    void clear() {
        lists.clear();
    }

    @Override
    public void notice(Notice notice) {
        switch (notice.body()) {
            case Notice.Body.OnlineUsers online -> {
                stale = online.stale();
                lists.add(String.join(
                        " ",
                        online.users().stream()
                                .map(user -> user.username().value())
                                .sorted()
                                .toList()));
            }
            case Notice.Body.PresenceChanged changed -> stale = changed.stale();
            default -> {
                // Nothing of presence.
            }
        }
    }

    @Override
    public void opened(LiveSession session) {
        // What matters here comes behind it.
    }

    @Override
    public boolean offer(Delivery delivery) {
        return true;
    }

    @Override
    public void flush() {
        // Nothing is kept back here.
    }

    @Override
    public void ended(EndReason reason) {
        // The node is closed behind each test.
    }
}
