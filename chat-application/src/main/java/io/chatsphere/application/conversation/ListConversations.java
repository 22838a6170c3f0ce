package io.chatsphere.application.conversation;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import java.util.List;
import java.util.Optional;

/** Lists the caller's conversations. */
public final class ListConversations {
    private final ConversationRepository conversations;

    public ListConversations(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    /**
     * A part of the list.
     *
     * @param next where the list goes on; empty at its end
     */
    public record Page(List<Conversation> conversations, Optional<ConversationCursor> next) {
        public Page {
            conversations = List.copyOf(conversations);
        }
    }

    /** The conversations behind {@code after}, latest activity first, at most {@code limit} (1 to 100). */
    public Page handle(Caller caller, Optional<ConversationCursor> after, int limit) {
        List<Conversation> found = conversations.list(caller.user(), after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Conversation> page = found.subList(0, limit);
        Conversation last = page.getLast();
        return new Page(
                page,
                Optional.of(new ConversationCursor(last.updatedAt(), last.room().id())));
    }
}
