package io.chatsphere.adapter.http.message;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.domain.message.MessageContent;
import java.util.Optional;

/** What a message is to say. Printing it shows nothing. */
record EditBody(Optional<String> content) {
    MessageContent text() {
        Fields fields = new Fields();
        Optional<MessageContent> text = fields.required("content", content, MessageContent::new);
        fields.check();
        return text.orElseThrow();
    }

    @Override
    public String toString() {
        return "EditBody[hidden]";
    }
}
