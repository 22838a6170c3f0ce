package io.chatsphere.bootstrap.load.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.audit.Fault;
import io.chatsphere.bootstrap.load.audit.Findings;
import io.chatsphere.bootstrap.load.audit.StoredRoom;
import io.chatsphere.bootstrap.load.audit.StoredRoom.Unread;
import io.chatsphere.bootstrap.load.wire.Rest;
import io.chatsphere.bootstrap.load.wire.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds the unread counts of users against a recount of the histories. Every third user first marks half of each room as
 * read, so that marks count as well. Thread-safe.
 */
public final class UnreadCheck {
    private static final int MARKING = 3;

    private final Rest rest;
    private final Findings findings;
    private final AtomicInteger conversations = new AtomicInteger();

    public UnreadCheck(Rest rest, Findings findings) {
        this.rest = rest;
        this.findings = findings;
    }

    /** How many counts were compared so far. */
    public int conversations() {
        return conversations.get();
    }

    /** Compares the counts of one user, by number, who joined these rooms when they were empty. */
    public void check(int number, User user, List<StoredRoom> rooms) {
        Map<String, Long> marks = new HashMap<>();
        for (StoredRoom room : rooms) {
            marks.put(room.name(), number % MARKING == 0 ? mark(user, room) : 0);
        }
        Map<String, Unread> told = read(user);
        for (StoredRoom room : rooms) {
            Unread expected = room.unread(user.id(), marks.getOrDefault(room.name(), 0L));
            Optional<Unread> got = Optional.ofNullable(told.get(room.name()));
            conversations.incrementAndGet();
            if (!got.equals(Optional.of(expected))) {
                findings.add(
                        Fault.WRONG_UNREAD,
                        "user " + number + " in " + room.name() + " was told "
                                + got.map(Unread::toString).orElse("nothing") + ", and it is " + expected);
            }
        }
    }

    private long mark(User user, StoredRoom room) {
        long half = room.head() / 2;
        rest.post(
                        "/api/v1/conversations/room/" + room.name() + "/mark-read",
                        Optional.of(user.token()),
                        Map.of("position", half))
                .expect("to mark a conversation as read", 200);
        return half;
    }

    private Map<String, Unread> read(User user) {
        Map<String, Unread> all = new HashMap<>();
        String more = "";
        do {
            JsonNode page = rest.get("/api/v1/conversations?limit=100" + more, Optional.of(user.token()))
                    .expect("to list conversations", 200);
            for (JsonNode one : page.path("conversations")) {
                if (one.path("chat_type").asText().equals("room")) {
                    all.put(
                            one.path("chat_id").asText(),
                            new Unread(
                                    one.path("unread_count").asInt(-1),
                                    one.path("unread_more").asBoolean()));
                }
            }
            String cursor = page.path("next_cursor").asText("");
            more = page.path("next_cursor").isTextual()
                    ? "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)
                    : "";
        } while (!more.isEmpty());
        return all;
    }
}
