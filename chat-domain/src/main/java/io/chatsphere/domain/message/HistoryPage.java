package io.chatsphere.domain.message;

import java.util.List;

/**
 * A part of a room's history.
 *
 * @param messages by ascending position
 * @param hasMore whether a visible message exists further on in the direction of reading: behind the page for
 *     {@link HistoryQuery.Range.After}, before it otherwise
 */
public record HistoryPage(List<Message> messages, boolean hasMore) {
    public HistoryPage {
        messages = List.copyOf(messages);
    }
}
