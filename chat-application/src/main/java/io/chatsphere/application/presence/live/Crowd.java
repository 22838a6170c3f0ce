package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.presence.OnlineUsers;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows the sessions of this node who is online: a new one at once, all others when it is time. Up to a limit they get the
 * whole list, with more people online what has changed. Lists are read once for all, never for each. Not thread-safe.
 */
final class Crowd {
    /**
     * So many changes are shown at once; the rest waits for the next time. Everybody gets them, so that in a crowd whose
     * members come by the hundred this is what bounds the traffic.
     */
    private static final int FRAME = 50;

    private final PresencePorts ports;
    private final int limit;
    private final Roster roster;
    private final Backlog backlog = new Backlog();
    private final Audience audience = new Audience();
    private final List<LiveSession> newcomers = new ArrayList<>();
    private boolean changed;
    private boolean old = true;
    private boolean stale;

    Crowd(PresencePorts ports, int limit) {
        this.ports = ports;
        this.limit = limit;
        this.roster = new Roster(limit);
    }

    void opened(LiveSession session) {
        newcomers.add(session);
    }

    void closed(LiveSession session) {
        audience.remove(session);
    }

    /** Somebody came or went. */
    void apply(Signal.Presence presence) {
        roster.apply(presence);
        backlog.note(presence.user());
        changed = true;
    }

    /** What is known may be out of date: signals get lost. */
    void grewOld() {
        old = true;
        mark(false);
    }

    /** The registry is not to be asked: all is as it was last seen. */
    void freeze() {
        mark(true);
    }

    /** Whether there is anything to {@link #show}. */
    boolean hasNews() {
        return !stale && (changed || old);
    }

    /** What sessions were shown last, or would be. */
    OnlineUsers known() {
        return new OnlineUsers(roster.count(), roster.list(), stale);
    }

    /** Shows new sessions who is online: at once, so from memory. Those who came together share one list. */
    void greet() {
        if (roster.hasRoomFor(newcomers.stream().map(LiveSession::user).collect(Collectors.toSet()))) {
            greet(newcomers);
        } else {
            int group = Math.max(1, limit / 2);
            for (int from = 0; from < newcomers.size(); from += group) {
                greet(newcomers.subList(from, Math.min(from + group, newcomers.size())));
            }
        }
        newcomers.forEach(session -> roster.active(session.user()));
        newcomers.clear();
    }

    /**
     * Shows all sessions what is new; reads once, whatever has happened.
     *
     * @param here tells whether this node's own users are there: a registry that has forgotten them is not believed
     */
    void show(Predicate<Present> here) {
        Present latest = ports.registry().recentlyActive(limit);
        if (!here.test(latest)) {
            return;
        }
        if (changed || !roster.isOf(latest.count(), latest.users())) {
            Map<UserId, UserSummary> summaries = ports.users().findSummaries(latest.users());
            roster.replace(
                    latest.count(),
                    latest.users().stream()
                            .flatMap(user -> Stream.ofNullable(summaries.get(user)))
                            .toList());
            if (latest.count() <= limit) {
                audience.show(roster.list(), backlog.last());
                backlog.clear();
            } else {
                showChanges();
            }
        }
        changed = !backlog.isEmpty();
        old = false;
    }

    private void mark(boolean value) {
        if (stale != value) {
            stale = value;
            audience.tell(new Notice.Body.PresenceChanged(List.of(), List.of(), stale));
        }
    }

    private void greet(List<LiveSession> group) {
        if (group.isEmpty()) {
            return;
        }
        List<UserSummary> list =
                roster.listWith(group.stream().map(LiveSession::user).distinct().toList());
        Notice notice = new Notice(new Notice.Body.OnlineUsers(list, stale));
        group.forEach(session -> audience.greet(session, list, notice, backlog.last()));
    }

    private void showChanges() {
        List<Backlog.Change> oldest = backlog.oldest(FRAME);
        if (oldest.isEmpty()) {
            return;
        }
        Set<UserId> online = ports.registry()
                .onlineAmong(oldest.stream().map(change -> change.user().id()).toList());
        Map<Boolean, List<UserSummary>> parts = oldest.stream()
                .map(Backlog.Change::user)
                .collect(Collectors.partitioningBy(user -> online.contains(user.id())));
        audience.show(
                new Notice.Body.PresenceChanged(parts.get(true), parts.get(false), stale),
                oldest.getLast().number());
        backlog.remove(oldest);
    }
}
