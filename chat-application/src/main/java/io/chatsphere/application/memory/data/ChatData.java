package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables of one store. Plain state: whoever uses it holds the store's lock. */
public final class ChatData {
    private final UserTable users = new UserTable();
    private final LoginTable logins = new LoginTable(users);
    private final TicketTable tickets = new TicketTable();
    private final RoomTable rooms = new RoomTable();

    public UserTable users() {
        return users;
    }

    public LoginTable logins() {
        return logins;
    }

    public TicketTable tickets() {
        return tickets;
    }

    public RoomTable rooms() {
        return rooms;
    }

    /** What everybody may see of a user who exists. */
    public UserSummary summary(UserId id) {
        return users.require(id).user().summary();
    }

    /** The message with its author as of now. */
    public Message current(Message message) {
        UserSummary author = users.find(message.author().id())
                .map(stored -> stored.user().summary())
                .orElse(message.author());
        return author.equals(message.author())
                ? message
                : new Message(
                        message.id(),
                        message.room(),
                        message.position(),
                        message.sentRevision(),
                        message.revision(),
                        author,
                        message.content(),
                        message.type(),
                        message.replyTo(),
                        message.clientMessageId(),
                        message.createdAt(),
                        message.editedAt(),
                        message.deletedAt());
    }

    /** The rooms whose member the user is, as they have them. */
    public Stream<ConversationReader> conversations(UserId user) {
        return users.find(user).stream()
                .flatMap(member -> member.memberships().stream().map(membership -> reader(member, membership)));
    }

    /** The room as this member has it; empty for who is none. */
    public Optional<ConversationReader> conversation(RoomId room, UserId user) {
        return users.find(user)
                .flatMap(member -> member.membership(room)
                        .filter(Membership::isActive)
                        .map(membership -> reader(member, membership)));
    }

    private ConversationReader reader(StoredUser member, Membership membership) {
        StoredRoom room = rooms.find(membership.room()).orElseThrow();
        return new ConversationReader(this, member, room, membership);
    }
}
