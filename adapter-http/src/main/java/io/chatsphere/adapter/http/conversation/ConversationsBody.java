package io.chatsphere.adapter.http.conversation;

import io.chatsphere.application.conversation.ConversationView;
import io.chatsphere.application.conversation.ListConversations;
import java.util.List;
import java.util.Optional;

/**
 * A page of conversations, latest activity first.
 *
 * @param nextCursor where the list goes on; null at its end
 */
record ConversationsBody(List<ConversationView> conversations, Optional<String> nextCursor) {
    static ConversationsBody of(ListConversations.Page page) {
        return new ConversationsBody(
                page.conversations().stream().map(ConversationView::of).toList(),
                page.next().map(Cursors::spell));
    }
}
