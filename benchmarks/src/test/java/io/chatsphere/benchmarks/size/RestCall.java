package io.chatsphere.benchmarks.size;

import io.chatsphere.benchmarks.size.Operation.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One server, to be asked.
 *
 * @param epoch of its store, which cursors name
 */
record RestCall(RestServer server, String epoch) {
    void history(Place at, String range) {
        server.get("/api/v1/messages/room/size-%d?limit=%d&%s".formatted(at.room(), at.page(), range));
    }

    void changes(Place at, long after) {
        server.get("/api/v1/changes/room/size-%d?epoch=%s&after=%d&limit=%d"
                .formatted(at.room(), epoch, after, at.page()));
    }

    void send(Place at) {
        server.post("/api/v1/messages/room/size-" + at.room(), "{\"content\":\"text text text text\"}");
    }

    /** What is asked of a server, by name, in the order in which it is told. */
    static Map<String, BiConsumer<RestCall, Place>> all() {
        Map<String, BiConsumer<RestCall, Place>> requests = new LinkedHashMap<>();
        requests.put("history, newest", (call, at) -> call.history(at, "offset=0"));
        requests.put("history, offset to the middle", (call, at) -> call.history(at, "offset=" + at.messages() / 2));
        requests.put(
                "history, offset to the oldest",
                (call, at) -> call.history(at, "offset=" + (at.messages() - at.page())));
        requests.put(
                "history, before the middle",
                (call, at) -> call.history(at, "before=" + at.middle().value()));
        requests.put("history, after the beginning", (call, at) -> call.history(at, "after=0"));
        requests.put("conversations", (call, at) -> call.server().get("/api/v1/conversations?limit=20"));
        requests.put(
                "conversations, a badge's page of 100",
                (call, at) -> call.server().get("/api/v1/conversations?limit=100"));
        requests.put("stats", (call, at) -> call.server().get("/api/v1/stats"));
        requests.put("changes, from the beginning", (call, at) -> call.changes(at, 0));
        requests.put(
                "changes, the latest", (call, at) -> call.changes(at, at.messages() + at.messages() / 50 - at.page()));
        requests.put("send", RestCall::send);
        return requests;
    }
}
