package io.chatsphere.bootstrap.process.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.LiveConnection;
import io.chatsphere.bootstrap.process.Person;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps a cursor for each chat as the documentation of the live connection says, whichever node it is connected to, and writes
 * down what it applied. Thread-safe.
 */
public final class Follower {
    private static final int REMEMBERED = 30;

    private final Person person;
    private final Findings findings;
    private final Outgoing outgoing;
    private final Runnable onAcknowledged;
    private final Diary diary = new Diary();
    private final Deque<String> ownMessages = new ArrayDeque<>();
    private final Map<Chat, Trail> trails = new HashMap<>();
    private Optional<Session> session = Optional.empty();
    private int resumes;
    private int resets;

    public Follower(Person person, Findings findings, Runnable onAcknowledged) {
        this.person = person;
        this.findings = findings;
        this.outgoing = new Outgoing(person.name(), findings);
        this.onAcknowledged = onAcknowledged;
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** Begins a connection to the server where {@code there} is. */
    public synchronized LiveConnection connect(Person there) {
        Session fresh = new Session(cursors().keySet());
        session = Optional.of(fresh);
        diary.note("connects to " + there.server());
        fresh.use(LiveConnection.open(there.liveUri(), frame -> receive(fresh, frame)));
        return fresh.line();
    }

    /** Takes the list of conversations that was read after the connection was made: learns new chats, catches up with others. */
    public synchronized void fold(List<JsonNode> conversations) {
        Session now = session.orElseThrow();
        Map<Chat, Long> listed = conversations.stream()
                .collect(Collectors.toMap(Chat::of, data -> data.get("revision").asLong()));
        diary.note("reads conversations " + listed);
        now.stale().stream()
                .filter(chat -> !listed.containsKey(chat))
                .forEach(chat -> trails.get(chat).end());
        listed.forEach((chat, revision) -> {
            if (!trail(chat).isOpen() && !now.chain().isRemoved(chat)) {
                trail(chat).begin(revision);
            }
        });
        now.stale().stream()
                .filter(listed::containsKey)
                .forEach(chat -> cursor(chat).ifPresent(cursor -> now.resume(chat, cursor)));
        now.stale().clear();
        outgoing.waiting().forEach(draft -> now.line().send("send_message", draft.frame()));
    }

    /** Sends and asks again what has waited too long for an answer. */
    public synchronized void remind() {
        session.ifPresent(now -> {
            outgoing.due().forEach(draft -> now.line().send("send_message", draft.frame()));
            now.due().forEach(chat -> cursor(chat).ifPresent(cursor -> now.ask(chat, cursor)));
        });
    }

    /** Writes a message to a chat. */
    public synchronized void say(Chat chat) {
        Outgoing.Draft draft = outgoing.write(chat);
        session.ifPresent(now -> now.line().send("send_message", draft.frame()));
    }

    /** Sends another frame. */
    public synchronized void send(String type, Map<String, ?> data) {
        session.ifPresent(now -> now.line().send(type, data));
    }

    /** The cursors of the chats that the client knows. */
    public synchronized Map<Chat, Long> cursors() {
        Map<Chat, Long> cursors = new TreeMap<>(Comparator.comparing(Chat::path));
        trails.forEach((chat, trail) -> trail.cursor().ifPresent(cursor -> cursors.put(chat, cursor)));
        return cursors;
    }

    /** The ids of the last messages that it wrote. */
    public synchronized List<String> ownMessages() {
        return List.copyOf(ownMessages);
    }

    /** How many messages are on their way. */
    public synchronized int waiting() {
        return outgoing.waiting().size();
    }

    /** Whether it has an answer to all that it asked. */
    public synchronized boolean isAtRest() {
        return outgoing.waiting().isEmpty()
                && session.filter(now -> !now.resuming().isEmpty()).isEmpty();
    }

    /** Who it is and what it waits for. */
    @Override
    public synchronized String toString() {
        return person + " with " + outgoing.waiting() + " on their way, resuming " + session.map(Session::resuming);
    }

    /** The last things that it did and was told. */
    public synchronized List<String> diary() {
        return diary.entries();
    }

    /** How much it got. */
    public synchronized Volume volume() {
        return trails.values().stream()
                .flatMap(trail -> trail.stretches().stream())
                .map(Volume::of)
                .reduce(new Volume(0, 0, 0, resumes, resets), Volume::plus);
    }

    /** What it applied; to be read when it is at rest. */
    public Map<Chat, Trail> trails() {
        return trails;
    }

    /** What it was told of its messages, by their client message ids; to be read when it is at rest. */
    public Map<String, Acknowledged> acknowledged() {
        return outgoing.acknowledged();
    }

    private synchronized void receive(Session from, JsonNode frame) {
        if (session.filter(from::equals).isEmpty()) {
            return; // of a connection that was given up
        }
        try {
            read(from, frame);
        } catch (RuntimeException e) {
            findings.add(Kind.UNEXPECTED, person.name(), "a frame", frame + " " + e);
        }
    }

    private void read(Session from, JsonNode frame) {
        String type = frame.get("type").asText();
        JsonNode data = frame.path("data");
        if (Step.isToldBy(type)) {
            take(from, Chat.of(data), Step.of(type, data));
            return;
        }
        if (type.startsWith("room_") || type.equals("resumed")) {
            diary.note(frame.toString());
        }
        switch (type) {
            case "connection_established" -> from.established(data.get("epoch").asText());
            case "resumed" -> resumed(from, Chat.of(data), data);
            case "room_added" -> added(from, Chat.of(data), data.get("revision").asLong());
            case "room_removed" -> removed(from, Chat.of(data));
            case "message_ack" -> outgoing.acknowledge(data).ifPresent(this::remember);
            case "error" -> refused(from, data);
            default -> {} // of no concern for the promises
        }
    }

    private void take(Session from, Chat chat, Step step) {
        from.chain()
                .fault(chat, step)
                .ifPresent(kind -> findings.add(kind, person.name(), chat, "pushed out of place: " + step));
        Trail.Taken taken = trail(chat).take(step);
        diary.note(taken + " " + chat + " " + step.prev() + "-" + step.revision());
        switch (taken) {
            case APPLIED -> from.stale().remove(chat); // the list that is being read may be older
            case BEHIND_A_GAP -> from.resume(chat, cursor(chat).orElseThrow());
            case KNOWN -> {} // perhaps from another node
        }
    }

    private void resumed(Session from, Chat chat, JsonNode data) {
        resumes++;
        long revision = data.get("revision").asLong();
        if (!from.resumed(chat, revision) || !trail(chat).isOpen()) {
            return; // removed meanwhile
        }
        if (data.get("reset").asBoolean()) {
            resets++;
            trail(chat).begin(revision);
        } else {
            trail(chat).moveTo(revision);
            if (!data.get("complete").asBoolean()) {
                from.ask(chat, revision);
            }
        }
    }

    private void added(Session from, Chat chat, long revision) {
        from.chain().added(chat);
        from.forget(chat);
        trail(chat).begin(revision);
    }

    private void removed(Session from, Chat chat) {
        from.chain().removed(chat);
        from.forget(chat);
        trail(chat).end();
    }

    private void refused(Session from, JsonNode data) {
        String error = data.get("error").asText();
        if (error.equals("internal")) {
            findings.add(
                    Kind.UNEXPECTED, person.name(), data.get("request_type").asText(), data.toString());
        }
        if (data.has("client_message_id")) {
            outgoing.refuse(data.get("client_message_id").asText(), error);
        } else if (data.path("request_type").asText().equals("resume")) {
            from.refused();
        }
    }

    private void remember(Acknowledged message) {
        ownMessages.addLast(message.id());
        if (ownMessages.size() > REMEMBERED) {
            ownMessages.removeFirst();
        }
        onAcknowledged.run();
    }

    private Optional<Long> cursor(Chat chat) {
        return trail(chat).cursor();
    }

    private Trail trail(Chat chat) {
        return trails.computeIfAbsent(chat, any -> new Trail());
    }
}
