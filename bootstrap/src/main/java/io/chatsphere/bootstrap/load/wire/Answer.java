package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** A server's answer. */
public record Answer(int status, JsonNode body) {
    /**
     * The body.
     *
     * @param what was asked for, for people
     * @throws LoadException unless the status is one of these
     */
    public JsonNode expect(String what, int... statuses) {
        if (Arrays.stream(statuses).noneMatch(one -> one == status)) {
            String reason = body.path("message").asText(body.path("error").asText(""));
            throw new LoadException("The server refused " + what + ": " + status + " " + reason);
        }
        return body;
    }
}
