package io.chatsphere.application.message;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.room.RoomAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Sends messages: decides whether the caller may, stores them in order, and sets them on their way to everybody. */
public final class SendMessage {
    /** How often a permission is judged anew when the room's access changes meanwhile. */
    private static final int MAX_JUDGEMENTS = 3;

    /** Nobody knows whether it is stored. */
    private static final Outcome UNKNOWN = new Outcome.Refused(new ChatException.Unavailable());

    private final DraftJudge judge;
    private final Outbound outbound;
    private final RoomDirectory directory;
    private final BiConsumer<UserId, RoomAddress> sent;

    /**
     * Over these.
     *
     * @param sent is told who has just sent something where
     */
    public SendMessage(
            DraftJudge judge, Outbound outbound, RoomDirectory directory, BiConsumer<UserId, RoomAddress> sent) {
        this.judge = judge;
        this.outbound = outbound;
        this.directory = directory;
        this.sent = sent;
    }

    /** Messages of one caller, in the order in which they are to be stored. */
    public record Command(Caller caller, List<Draft> drafts) {
        public Command {
            drafts = List.copyOf(drafts);
        }
    }

    /** One message to be sent. */
    public record Draft(
            RoomAddress chat,
            MessageContent content,
            MessageType type,
            Optional<MessageId> replyTo,
            Optional<ClientMessageId> clientMessageId) {
        /** A plain text. */
        public static Draft text(RoomAddress chat, String text) {
            return new Draft(chat, new MessageContent(text), MessageType.TEXT, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Sends. What is {@link Outcome.Sent} is committed; members who are connected get it now, all others from the history.
     * Whatever becomes of one draft, the others are answered and delivered.
     *
     * @return one outcome per draft, in order
     * @throws ChatException.Unavailable if nothing of the call is known to be stored; trying again with the same client
     *     message ids stores each once
     */
    public List<Outcome> handle(Command command) {
        Outcome[] outcomes = new Outcome[command.drafts().size()];
        List<Integer> open = IntStream.range(0, outcomes.length).boxed().toList();
        try {
            for (int judgement = 1; !open.isEmpty() && judgement <= MAX_JUDGEMENTS; judgement++) {
                open = attempt(command, open, outcomes);
            }
        } catch (ChatException.Unavailable e) {
            // What is stored is answered so, whatever becomes of the rest.
            if (Arrays.stream(outcomes).noneMatch(Outcome.Sent.class::isInstance)) {
                throw e;
            }
        }
        return Arrays.stream(outcomes)
                .map(outcome -> Optional.ofNullable(outcome).orElse(UNKNOWN))
                .toList();
    }

    /** Judges and appends the drafts at these indexes; gives those back whose permission is to be judged again. */
    private List<Integer> attempt(Command command, List<Integer> open, Outcome[] outcomes) {
        List<Integer> allowed = new ArrayList<>(open.size());
        List<MessageDraft> drafts = new ArrayList<>(open.size());
        for (int i : open) {
            switch (judge.judge(command.caller(), command.drafts().get(i))) {
                case DraftJudge.Verdict.Allowed verdict -> {
                    allowed.add(i);
                    drafts.add(verdict.draft());
                }
                case DraftJudge.Verdict.Settled verdict -> outcomes[i] = verdict.outcome();
            }
        }
        List<Appended> appended = drafts.isEmpty() ? List.of() : outbound.append(drafts);
        List<Integer> stale = new ArrayList<>(0);
        for (int k = 0; k < appended.size(); k++) {
            Optional<Outcome> outcome = outcome(appended.get(k));
            if (outcome.isPresent()) {
                int i = allowed.get(k);
                outcomes[i] = outcome.get();
                sent.accept(command.caller().user(), command.drafts().get(i).chat());
            } else {
                directory.forgetAccess(drafts.get(k).room());
                stale.add(allowed.get(k));
            }
        }
        return stale;
    }

    private static Optional<Outcome> outcome(Appended appended) {
        return switch (appended) {
            case Appended.Stored stored -> Optional.of(new Outcome.Sent(stored.message(), false));
            case Appended.Repeated repeated -> Optional.of(new Outcome.Sent(repeated.message(), true));
            case Appended.Conflicting conflicting -> Optional.of(DraftJudge.REUSED_CLIENT_ID);
            case Appended.Unknown unknown -> Optional.of(UNKNOWN);
            case Appended.Stale stale -> Optional.empty();
        };
    }
}
