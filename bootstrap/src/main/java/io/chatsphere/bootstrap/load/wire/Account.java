package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An account that was registered for load tests, with its secrets, which {@code toString} keeps. */
record Account(
        String username,
        String email,
        String password,
        String id,
        String accessToken,
        Instant expires,
        String refreshToken) {
    static Account of(JsonNode kept) {
        return new Account(
                kept.path("username").asText(),
                kept.path("email").asText(),
                kept.path("password").asText(),
                kept.path("id").asText(),
                kept.path("access_token").asText(),
                Instant.ofEpochSecond(kept.path("expires").asLong()),
                kept.path("refresh_token").asText());
    }

    /** With the tokens of this answer. */
    Account with(JsonNode data) {
        return new Account(
                username,
                email,
                password,
                data.at("/user/id").asText(id),
                data.path("access_token").asText(),
                Instant.now().plusSeconds(data.path("expires_in").asLong()),
                data.path("refresh_token").asText());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("username", username)
                .put("email", email)
                .put("password", password)
                .put("id", id)
                .put("access_token", accessToken)
                .put("expires", expires.getEpochSecond())
                .put("refresh_token", refreshToken);
    }

    @Override
    public String toString() {
        return username;
    }
}
