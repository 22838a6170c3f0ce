package io.chatsphere.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What came back. */
record Answer(int status, HttpHeaders headers, JsonNode body) {
    /** The text at a JSON pointer. */
    String text(String pointer) {
        return body.at(pointer).asText();
    }

    /** The value of a header, or nothing. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The stable name of the error. */
    String error() {
        return text("/error");
    }

    /** The fields at fault, comma-separated. */
    String fields() {
        return String.join(",", body.at("/data/errors").findValuesAsText("field"));
    }
}
