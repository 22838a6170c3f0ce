package io.chatsphere.adapter.http.message;

import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.room.RoomAddress;
import java.util.OptionalLong;

/** Reads from a query which part of a history is wanted: at most one of offset, before and after. */
final class HistoryParams {
    private static final int DEFAULT_LIMIT = 50;

    private HistoryParams() {}

    static ReadHistory.Query read(RoomAddress chat, QueryParams query) {
        return new ReadHistory.Query(
                chat,
                range(query),
                query.flag("include_deleted"),
                query.number("limit", 1, HistoryQuery.MAX_LIMIT, DEFAULT_LIMIT));
    }

    private static Range range(QueryParams query) {
        OptionalLong offset = query.number("offset", 0);
        OptionalLong before = query.number("before", 1);
        OptionalLong after = query.number("after", 0);
        if (before.isPresent()) {
            requireAlone("before", offset, after);
            return new Range.Before(new Position(before.getAsLong()));
        }
        if (after.isPresent()) {
            requireAlone("after", offset, before);
            return new Range.After(new Position(after.getAsLong()));
        }
        return new Range.Offset(offset.orElse(0));
    }

    private static void requireAlone(String field, OptionalLong one, OptionalLong other) {
        if (one.isPresent() || other.isPresent()) {
            throw new ChatException.Invalid(ErrorCode.BAD_REQUEST, field);
        }
    }
}
