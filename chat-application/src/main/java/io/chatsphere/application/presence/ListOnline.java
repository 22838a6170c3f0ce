package io.chatsphere.application.presence;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lists who is online; everybody may. */
public final class ListOnline {
    private final PresenceRegistry registry;
    private final UserRepository users;
    private final Supplier<OnlineUsers> known;

    /**
     * Over these.
     *
     * @param known what to answer while the registry does not
     */
    public ListOnline(PresenceRegistry registry, UserRepository users, Supplier<OnlineUsers> known) {
        this.registry = registry;
        this.users = users;
        this.known = known;
    }

    /**
     * Online users by ascending id, behind {@code after}, at most {@code limit}. The caller counts only if connected.
     *
     * @throws ChatException.Unavailable if the store does not answer
     */
    public OnlineUsers handle(Caller caller, Optional<UserId> after, int limit) {
        Present online;
        try {
            online = registry.online(after, limit);
        } catch (ChatException.Unavailable e) {
            return known.get().page(after, limit);
        }
        Map<UserId, UserSummary> summaries = users.findSummaries(online.users());
        return new OnlineUsers(
                online.count(),
                online.users().stream()
                        .flatMap(user -> Stream.ofNullable(summaries.get(user)))
                        .toList(),
                false);
    }
}
