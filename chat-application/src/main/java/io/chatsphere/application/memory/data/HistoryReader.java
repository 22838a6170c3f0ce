package io.chatsphere.application.memory.data;

import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Cuts one page out of a room's messages. */
public final class HistoryReader {
    private final MessageLog messages;
    private final HistoryQuery query;
    private final UnaryOperator<Message> current;
    private final long first;
    private final long last;

    public HistoryReader(MessageLog messages, HistoryQuery query, UnaryOperator<Message> current) {
        this.messages = messages;
        this.query = query;
        this.current = current;
        this.last = messages.last().value();
        this.first = Math.min(query.visibleAfter().value(), last) + 1;
    }

    public HistoryPage page() {
        return switch (query.range()) {
            case Range.Offset offset -> upTo(last - Math.min(offset.offset(), last));
            case Range.Before before -> before(Math.min(before.position().value() - 1, last));
            case Range.After after -> after(Math.min(after.position().value(), last));
        };
    }

    /** The positions that end at {@code end}, whatever is visible of them. */
    private HistoryPage upTo(long end) {
        long start = Math.max(first, end - query.limit() + 1);
        List<Message> shown = visible(LongStream.rangeClosed(start, end)).toList();
        boolean hasMore = visible(LongStream.rangeClosed(first, Math.min(start, end) - 1))
                .findAny()
                .isPresent();
        return new HistoryPage(shown, hasMore);
    }

    private HistoryPage before(long end) {
        LongStream newestFirst = LongStream.rangeClosed(first, end).map(position -> first + end - position);
        List<Message> found = visible(newestFirst).limit(query.limit() + 1L).toList();
        return new HistoryPage(cut(found).reversed(), found.size() > query.limit());
    }

    private HistoryPage after(long start) {
        LongStream oldestFirst = LongStream.rangeClosed(Math.max(first, start + 1), last);
        List<Message> found = visible(oldestFirst).limit(query.limit() + 1L).toList();
        return new HistoryPage(cut(found), found.size() > query.limit());
    }

    private List<Message> cut(List<Message> found) {
        return found.subList(0, Math.min(found.size(), query.limit()));
    }

    private Stream<Message> visible(LongStream positions) {
        return positions
                .mapToObj(messages::at)
                .filter(message -> query.includeDeleted() || !message.isDeleted())
                .map(current);
    }
}
