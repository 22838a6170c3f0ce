package io.chatsphere.bootstrap.process.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One sender's messages: each is sent again, unchanged, until it is acknowledged or refused for good. */
final class Outgoing {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> PASSING = Set.of("service.unavailable", "rate.limited", "internal");

    private final String sender;
    private final Findings findings;
    private final Map<String, Draft> waiting = new LinkedHashMap<>();
    private final Map<String, Acknowledged> acknowledged = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private int next;

    Outgoing(String sender, Findings findings) {
        this.sender = sender;
        this.findings = findings;
    }

    /** A message on its way, and when to send it again. */
    record Draft(String id, Chat chat, long due) {
        Map<String, Object> frame() {
            return Map.of("chat_type", chat.type(), "chat_id", chat.id(), "content", id, "client_message_id", id);
        }
    }

    Draft write(Chat chat) {
        Draft draft = new Draft(sender + "-" + next++, chat, System.nanoTime() + PATIENCE.toNanos());
        waiting.put(draft.id(), draft);
        return draft;
    }

    /** Everything that waits for an answer; it is sent again on a new connection. */
    List<Draft> waiting() {
        return List.copyOf(waiting.values());
    }

    /** What has waited long enough to be sent again on the same connection. */
    List<Draft> due() {
        long now = System.nanoTime();
        List<Draft> due = new ArrayList<>();
        waiting.replaceAll((id, draft) -> {
            if (draft.due() - now > 0) {
                return draft;
            }
            due.add(draft);
            return new Draft(id, draft.chat(), now + PATIENCE.toNanos());
        });
        return due;
    }

    /** Takes an acknowledgement; says which message it is of if it is the first. */
    Optional<Acknowledged> acknowledge(JsonNode data) {
        String id = data.get("client_message_id").asText();
        Acknowledged told = new Acknowledged(
                Chat.of(data), data.get("id").asText(), data.get("position").asLong());
        waiting.remove(id);
        Acknowledged before = acknowledged.putIfAbsent(id, told);
        if (before != null && !before.equals(told)) {
            findings.add(
                    Finding.Kind.DUPLICATED,
                    sender,
                    told.chat(),
                    id + " was acknowledged as " + before + " and " + told);
        }
        return before == null ? Optional.of(told) : Optional.empty();
    }

    /** Takes a refusal: for now, or for good. */
    void refuse(String id, String error) {
        if (PASSING.contains(error)) {
            waiting.computeIfPresent(
                    id, (any, draft) -> new Draft(id, draft.chat(), System.nanoTime() + PAUSE.toNanos()));
        } else if (waiting.remove(id) != null) {
            refused.put(id, error);
        }
    }

    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    Map<String, String> refused() {
        return refused;
    }
}
