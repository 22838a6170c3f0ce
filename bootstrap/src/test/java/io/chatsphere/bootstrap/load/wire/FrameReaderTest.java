package io.chatsphere.bootstrap.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {
    private final MessageText texts = new MessageText("run", 20);
    private final Told told = new Told();
    private final FrameReader reader = new FrameReader(texts, told);

    @Test
    void a_message_is_read_whatever_the_order_of_its_fields() {
        String data = "\"content\": \"" + texts.text(7) + "\", \"client_message_id\": \"run-7\", \"id\": \"x\","
                + " \"from_user\": {\"id\": \"y\", \"position\": 99}, \"position\": 3, \"revision\": 5, \"prev\": 4,"
                + " \"chat_id\": \"room\", \"reply_to_id\": null, \"is_edited\": false";
        read("{\"type\": \"message\", \"data\": {" + data + "}, \"timestamp\": \"now\"}");
        read("{\"timestamp\": [1], \"data\": {" + data + "}, \"type\": \"message\"}");

        String expected = "message room 7 true 3 5 4 " + Fingerprint.of("x");
        assertThat(told.events).containsExactly(expected, expected);
    }

    @Test
    void a_text_that_is_not_that_of_the_message_is_not_intact() {
        read("{\"type\":\"message\",\"data\":{\"content\":\"" + texts.text(8) + "\",\"client_message_id\":\"run-7\"}}");

        assertThat(told.events).containsExactly("message  7 false 0 0 0 0");
    }

    @Test
    void nothing_stays_of_the_frame_before() {
        read("{\"type\":\"resumed\",\"data\":{\"chat_id\":\"room\",\"revision\":9,\"complete\":true,\"reset\":false}}");
        read("{\"type\":\"resumed\",\"data\":{\"chat_id\":\"hall\",\"revision\":1,\"complete\":false}}");

        assertThat(told.events).containsExactly("resumed room 9 true false", "resumed hall 1 false false");
    }

    @Test
    void refusals_say_what_and_when() {
        read("{\"type\":\"error\",\"data\":{\"error\":\"rate.limited\",\"request_type\":\"send_message\",\"code\":1,"
                + "\"client_message_id\":\"run-3\",\"retry_after\":2}}");

        assertThat(told.events).containsExactly("refused rate.limited send_message 3 2");
    }

    @Test
    void what_is_of_no_concern_is_passed_over_and_what_is_broken_is_told() {
        read("{\"type\":\"presence\",\"data\":{\"online\":[{}]}}");
        read("{\"type\":\"something new\"}");
        read("[]");
        read("{\"type\":\"message\",");

        assertThat(told.events).containsExactly("unreadable", "unreadable");
    }

    private void read(String frame) {
        char[] text = ("xx" + frame).toCharArray();
        reader.read(text, 2, frame.length());
    }

    private static final class Told implements LiveEvents {
        private final List<String> events = new ArrayList<>();

        @Override
        public void established(Frame frame) {
            events.add("established " + frame.epoch() + " " + frame.heartbeatSeconds());
        }

        @Override
        public void message(Frame frame) {
            events.add("message " + frame.chatId() + " " + frame.number() + " " + frame.isIntact() + " "
                    + frame.position() + " " + frame.revision() + " " + frame.prev() + " " + frame.id());
        }

        @Override
        public void change(Frame frame) {
            events.add("change");
        }

        @Override
        public void acknowledged(Frame frame) {
            events.add("acknowledged " + frame.number());
        }

        @Override
        public void roomAdded(Frame frame) {
            events.add("added " + frame.lastPosition());
        }

        @Override
        public void resumed(Frame frame) {
            events.add("resumed " + frame.chatId() + " " + frame.revision() + " " + frame.isComplete() + " "
                    + frame.isReset());
        }

        @Override
        public void refused(Frame frame) {
            events.add("refused " + frame.error() + " " + frame.requestType() + " " + frame.number() + " "
                    + frame.after());
        }

        @Override
        public void tokenExpiring() {
            events.add("expiring");
        }

        @Override
        public void reconnect(Frame frame) {
            events.add("reconnect " + frame.after());
        }

        @Override
        public void unreadable(String reason) {
            events.add("unreadable");
        }

        @Override
        public void closed(int code, String reason) {
            events.add("closed " + code);
        }
    }
}
