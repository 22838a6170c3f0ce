package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.EndReason;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a session was shown. */
final class Screen implements LiveListener {
    private final List<Notice> notices = new ArrayList<>();
    private boolean open;

    @Override
    public void opened(LiveSession session) {
        open = true;
    }

    @Override
    public boolean offer(Delivery delivery) {
        throw new UnsupportedOperationException("presence delivers no changes");
    }

    @Override
    public void notice(Notice notice) {
        if (!open) {
            throw new IllegalStateException("a notice came before the session was open");
        }
        notices.add(notice);
    }

    @Override
    public void flush() {
        throw new UnsupportedOperationException("presence delivers no changes");
    }

    @Override
    public void ended(EndReason reason) {
        open = false;
    }

    List<Notice> notices() {
        return notices;
    }

    /** The lists that were shown, each as names in one line. */
    List<String> lists() {
        return notices.stream()
                .map(Notice::body)
                .filter(Notice.Body.OnlineUsers.class::isInstance)
                .map(body -> names(((Notice.Body.OnlineUsers) body).users()))
                .toList();
    }

    /** The changes that were shown, such as {@code +anna -bert}. */
    List<String> changes() {
        return notices.stream()
                .map(Notice::body)
                .filter(Notice.Body.PresenceChanged.class::isInstance)
                .map(body -> names((Notice.Body.PresenceChanged) body))
                .toList();
    }

    /** Whether presence was stale, as each list and change said. */
    List<Boolean> stale() {
        return notices.stream()
                .map(Notice::body)
                .flatMap(body -> switch (body) {
                    case Notice.Body.OnlineUsers online -> Stream.of(online.stale());
                    case Notice.Body.PresenceChanged changed -> Stream.of(changed.stale());
                    default -> Stream.empty();
                })
                .toList();
    }

    void clear() {
        notices.clear();
    }

    private static String names(Notice.Body.PresenceChanged changed) {
        return "+" + names(changed.online()) + " -" + names(changed.offline());
    }

    private static String names(List<UserSummary> users) {
        return String.join(
                " ",
                users.stream().map(user -> user.username().value()).sorted().toList());
    }
}
