package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads frames, no more of them than needed: a delivery must cost the tester little, or it measures itself. One thread at a
 * time.
 */
final class FrameReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final MessageText texts;
    private final LiveEvents events;
    private final Frame frame = new Frame();
    /** The number that the text seems to be of, which is known only behind it. */
    private int numberOfText;

    FrameReader(MessageText texts, LiveEvents events) {
        this.texts = texts;
        this.events = events;
    }

    void read(char[] text, int offset, int length) {
        frame.clear();
        numberOfText = MessageText.NONE;
        try (JsonParser json = JSON.createParser(text, offset, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                events.unreadable("a frame that is no JSON object");
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (!field(json)) {
                    return;
                }
            }
        } catch (IOException e) {
            events.unreadable("a frame that is not JSON");
            return;
        }
        frame.intact = frame.number != MessageText.NONE && numberOfText == frame.number;
        tell();
    }

    /** Whether the rest of the frame matters. */
    private boolean field(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("type")) {
            frame.type = json.getText();
            return matters(frame.type);
        }
        if (name.equals("data") && value == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                data(json);
            }
        } else {
            json.skipChildren();
        }
        return true;
    }

    private static boolean matters(String type) {
        return switch (type) {
            case "message",
                    "message_ack",
                    "message_updated",
                    "message_deleted",
                    "member_joined",
                    "member_left",
                    "room_updated",
                    "advance",
                    "room_added",
                    "resumed",
                    "error",
                    "token_expiring",
                    "reconnect",
                    "connection_established" -> true;
            default -> false;
        };
    }

    private void data(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (value) {
            case VALUE_STRING -> string(name, json);
            case VALUE_NUMBER_INT -> number(name, json.getLongValue());
            case VALUE_TRUE -> flag(name);
            default -> json.skipChildren();
        }
    }

    private void string(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" ->
                frame.id = Fingerprint.of(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            case "content" ->
                numberOfText = texts.numberOf(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            case "chat_id" -> frame.chatId = json.getText();
            case "client_message_id" -> frame.number = texts.number(json.getText());
            case "error" -> frame.error = json.getText();
            case "epoch" -> frame.epoch = json.getText();
            case "request_type" -> frame.requestType = json.getText();
            default -> {} // of no concern here
        }
    }

    private void number(String name, long value) {
        switch (name) {
            case "position" -> frame.position = value;
            case "revision" -> frame.revision = value;
            case "prev" -> frame.prev = value;
            case "last_position" -> frame.lastPosition = value;
            case "retry_after", "after_ms" -> frame.after = value;
            case "heartbeat_seconds" -> frame.heartbeatSeconds = (int) value;
            default -> {} // of no concern here
        }
    }

    private void flag(String name) {
        switch (name) {
            case "complete" -> frame.complete = true;
            case "reset" -> frame.reset = true;
            default -> {} // of no concern here
        }
    }

    private void tell() {
        switch (frame.type) {
            case "message" -> events.message(frame);
            case "message_ack" -> events.acknowledged(frame);
            case "message_updated", "message_deleted", "member_joined", "member_left", "room_updated", "advance" ->
                events.change(frame);
            case "room_added" -> events.roomAdded(frame);
            case "resumed" -> events.resumed(frame);
            case "error" -> events.refused(frame);
            case "token_expiring" -> events.tokenExpiring();
            case "reconnect" -> events.reconnect(frame);
            case "connection_established" -> events.established(frame);
            default -> {} // of a kind that came with a newer server
        }
    }
}
