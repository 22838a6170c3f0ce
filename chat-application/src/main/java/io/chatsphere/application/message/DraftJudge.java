package io.chatsphere.application.message;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.EnterRoom;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.ReplyTo;
import io.chatsphere.domain.message.RequestHash;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Optional;

/** Judges whether a draft may be sent. On the accepted path nothing is read that is cached: no query for a connected member. */
public final class DraftJudge {
    /** The answer to a client id that was used for something else. */
    static final Outcome REUSED_CLIENT_ID =
            new Outcome.Refused(new ChatException.Conflict(ErrorCode.CLIENT_MESSAGE_ID_REUSED));

    private final EnterRoom enter;
    private final RoomDirectory directory;
    private final MessageRepository messages;
    private final Senders senders;
    private final Ids ids;

    public DraftJudge(EnterRoom enter, RoomDirectory directory, MessageRepository messages, Senders senders, Ids ids) {
        this.enter = enter;
        this.directory = directory;
        this.messages = messages;
        this.senders = senders;
        this.ids = ids;
    }

    /** What was decided. */
    sealed interface Verdict {
        /** It may be appended. */
        record Allowed(MessageDraft draft) implements Verdict {}

        /** It is refused, or was stored before. */
        record Settled(Outcome outcome) implements Verdict {}
    }

    Verdict judge(Caller caller, SendMessage.Draft draft) {
        Optional<RoomId> known = Optional.empty();
        try {
            known = directory.find(draft.chat(), caller.user());
            senders.checkLength(draft.content());
            RoomId room = enter.handle(caller, draft.chat(), senders::isMember);
            RoomAccess access = accessToPost(caller.user(), room);
            return new Verdict.Allowed(draft(senders.summary(caller.user()), room, access, draft));
        } catch (ChatException.Unavailable e) {
            throw e;
        } catch (ChatException refusal) {
            return new Verdict.Settled(stored(caller, known, draft).orElseGet(() -> new Outcome.Refused(refusal)));
        }
    }

    /** What is cached may be out of date: whom it refuses may have been let in since, so they are judged by what is read anew. */
    private RoomAccess accessToPost(UserId user, RoomId room) {
        RoomAccess cached = directory.access(room);
        if (cached.refusalToPost(user).isEmpty()) {
            return cached;
        }
        directory.forgetAccess(room);
        RoomAccess access = directory.access(room);
        access.refusalToPost(user).ifPresent(refusal -> {
            throw refusal;
        });
        return access;
    }

    private MessageDraft draft(UserSummary author, RoomId room, RoomAccess access, SendMessage.Draft draft) {
        Instant now = ids.now();
        return new MessageDraft(
                ids.messageId(now),
                room,
                author,
                draft.content(),
                draft.type(),
                draft.replyTo().map(id -> replyTo(room, id)),
                draft.clientMessageId().map(id -> new ClientRequest(id, hash(draft))),
                access.revision(),
                now);
    }

    private ReplyTo replyTo(RoomId room, MessageId id) {
        Message answered = messages.find(id)
                .filter(message -> message.room().equals(room) && !message.isDeleted())
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.MESSAGE_NOT_FOUND));
        return new ReplyTo(id, answered.position());
    }

    /** A retry is answered with what was stored, even when the sender may no longer post. */
    private Optional<Outcome> stored(Caller caller, Optional<RoomId> room, SendMessage.Draft draft) {
        if (room.isEmpty() || draft.clientMessageId().isEmpty()) {
            return Optional.empty();
        }
        return messages.findRepeat(
                        room.get(), caller.user(), draft.clientMessageId().get())
                .map(repeat -> repeat.hash().equals(hash(draft))
                        ? new Outcome.Sent(repeat.message(), true)
                        : REUSED_CLIENT_ID);
    }

    private static RequestHash hash(SendMessage.Draft draft) {
        return RequestHash.of(draft.content(), draft.type(), draft.replyTo());
    }
}
