package io.chatsphere.bootstrap.process.cluster.client;

import io.chatsphere.bootstrap.process.LiveConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One connection of a follower, and what belongs to it alone. */
final class Session {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Chain chain = new Chain();
    private final Set<Chat> stale;
    private final Map<Chat, Long> due = new HashMap<>();
    private LiveConnection line;
    private String epoch = "";

    /** @param known the chats that the client knows from connections before, and must catch up with */
    Session(Set<Chat> known) {
        this.stale = new HashSet<>(known);
    }

    void use(LiveConnection opened) {
        line = opened;
    }

    LiveConnection line() {
        return line;
    }

    void established(String storeEpoch) {
        epoch = storeEpoch;
    }

    Chain chain() {
        return chain;
    }

    Set<Chat> stale() {
        return stale;
    }

    /** Asks for what was missed behind this revision, unless that is asked already. */
    void resume(Chat chat, long revision) {
        if (!due.containsKey(chat)) {
            ask(chat, revision);
        }
    }

    /** The same, whatever was asked before. */
    void ask(Chat chat, long revision) {
        chain.ask(chat, revision);
        due.put(chat, System.nanoTime() + PATIENCE.toNanos());
        line.send("resume", Map.of("epoch", epoch, "rooms", List.of(chat.with("revision", revision))));
    }

    /** Takes the answer; false if none was to come. */
    boolean resumed(Chat chat, long revision) {
        due.remove(chat);
        return chain.resumed(chat, revision);
    }

    void forget(Chat chat) {
        stale.remove(chat);
        due.remove(chat);
    }

    /** The server could not resume now: ask again soon. */
    void refused() {
        due.replaceAll((chat, at) -> Math.min(at, System.nanoTime() + PAUSE.toNanos()));
    }

    /** The chats whose resume has waited long enough for an answer. */
    List<Chat> due() {
        long now = System.nanoTime();
        return due.entrySet().stream()
                .filter(entry -> entry.getValue() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The chats that it still catches up with. */
    Set<Chat> resuming() {
        return Set.copyOf(due.keySet());
    }
}
