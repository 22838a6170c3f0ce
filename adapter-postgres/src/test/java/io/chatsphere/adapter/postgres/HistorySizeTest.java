package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is asked most touches about as many pages of tables and indexes among 60,000 messages as among 2,000: every index has
 * grown by a level, and nothing else may. Pages are counted, since they are the same on every machine.
 */
final class HistorySizeTest {
    private static final int FEW = 100;
    private static final int MANY = 3_000;
    private static final int PAGE = 10;
    private static final int ROUNDS = 30;
    private static final double ALLOWED = 1.5;

    private static History few;
    private static History many;

    /** What is asked; the answers are as long in both stores. */
    enum Asked {
        NEWEST_PAGE,
        MIDDLE_PAGE,
        OLDEST_PAGE,
        PAGE_BEFORE,
        PAGE_AFTER,
        CONVERSATIONS,
        ONE_CONVERSATION,
        SEND,
        SEND_AGAIN,
        FIND_REPEAT,
        FIRST_CHANGES,
        LATEST_CHANGES,
        HEADS,
        COUNT
    }

    @BeforeAll
    static void talk() {
        few = new History(FEW);
        many = new History(MANY);
    }

    @AfterAll
    static void forget() {
        few.close();
        many.close();
    }

    @ParameterizedTest
    @EnumSource
    void thirty_times_as_many_messages_cost_at_most_half_as_much_again(Asked asked) {
        assertThat((double) pages(asked, many)).isLessThanOrEqualTo(ALLOWED * pages(asked, few));
    }

    private static long pages(Asked asked, History history) {
        return history.pagesOf(
                ROUNDS, storage -> assertThat(ask(asked, storage, history)).isPositive());
    }

    /** How much was answered. */
    private static long ask(Asked asked, Storage storage, History history) {
        UserId reader = history.reader().id();
        return switch (asked) {
            case NEWEST_PAGE -> page(storage, history, new Range.Offset(0));
            case MIDDLE_PAGE -> page(storage, history, new Range.Offset(history.each() / 2));
            case OLDEST_PAGE -> page(storage, history, new Range.Offset(history.each() - PAGE));
            case PAGE_BEFORE -> page(storage, history, new Range.Before(middle(history)));
            case PAGE_AFTER -> page(storage, history, new Range.After(middle(history)));
            case CONVERSATIONS ->
                storage.conversations().list(reader, Optional.empty(), PAGE).size();
            case ONE_CONVERSATION ->
                storage.conversations()
                        .find(history.room(), reader)
                        .orElseThrow()
                        .unread();
            case SEND -> send(storage, history, Fixtures.unique());
            case SEND_AGAIN -> send(storage, history, "again");
            case FIND_REPEAT ->
                storage.messages()
                        .findRepeat(history.room(), history.author().id(), new ClientMessageId("c7"))
                        .map(repeat -> 1)
                        .orElseThrow();
            case FIRST_CHANGES -> changes(storage, history, 0);
            case LATEST_CHANGES -> changes(storage, history, history.each() - PAGE);
            case HEADS -> storage.changes().heads(List.of(history.room())).size();
            case COUNT -> storage.messages().count();
        };
    }

    private static int page(Storage storage, History history, Range range) {
        HistoryQuery query = new HistoryQuery(history.room(), range, Position.NONE, true, PAGE);
        return storage.messages().history(query).messages().size();
    }

    private static Position middle(History history) {
        return new Position(history.each() / 2);
    }

    private static int send(Storage storage, History history, String clientId) {
        TestChat chat = new TestChat(storage);
        return storage.messages()
                .append(List.of(chat.request(history.room(), history.author(), clientId, "text")))
                .size();
    }

    private static int changes(Storage storage, History history, long after) {
        return storage.changes()
                .since(history.room(), new Revision(after), PAGE)
                .changes()
                .size();
    }
}
