package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.user.UserSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sessions of this node, each with what it was shown of who is online. Not thread-safe. */
final class Audience {
    private final Map<LiveSession, Shown> sessions = new HashMap<>();

    /**
     * What a session knows.
     *
     * @param list the last one it got
     * @param change the last change it knows of
     */
    private record Shown(List<UserSummary> list, long change) {}

    /** Shows a new session its first list, in a notice that others may share. */
    void greet(LiveSession session, List<UserSummary> list, Notice notice, long change) {
        if (!session.isOver()) {
            sessions.put(session, new Shown(list, change));
            session.notice(notice);
        }
    }

    void remove(LiveSession session) {
        sessions.remove(session);
    }

    /** Shows everybody the list, except those who were shown the same. */
    void show(List<UserSummary> list, long change) {
        Notice notice = new Notice(new Notice.Body.OnlineUsers(list, false));
        Shown now = new Shown(list, change);
        sessions.entrySet().forEach(entry -> {
            boolean known = entry.getValue().list().equals(list);
            entry.setValue(now);
            if (!known) {
                entry.getKey().notice(notice);
            }
        });
    }

    /** Tells everybody, whatever they know. */
    void tell(Notice.Body body) {
        Notice notice = new Notice(body);
        sessions.keySet().forEach(session -> session.notice(notice));
    }

    /** Shows a change to everybody who does not know it; {@code change} is the number of its last part. */
    void show(Notice.Body.PresenceChanged changed, long change) {
        Notice notice = new Notice(changed);
        sessions.entrySet().forEach(entry -> {
            if (entry.getValue().change() < change) {
                entry.setValue(new Shown(List.of(), change));
                entry.getKey().notice(notice);
            }
        });
    }
}
