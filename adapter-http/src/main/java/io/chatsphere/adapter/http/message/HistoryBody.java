package io.chatsphere.adapter.http.message;

import io.chatsphere.application.message.MessageView;
import io.chatsphere.application.message.ReadHistory;
import java.util.List;

/**
 * A page of a history, oldest first.
 *
 * @param total the length of the page
 */
record HistoryBody(List<MessageView> messages, int total, boolean hasMore) {
    static HistoryBody of(ReadHistory.Page page) {
        return new HistoryBody(page.messages(), page.messages().size(), page.hasMore());
    }
}
