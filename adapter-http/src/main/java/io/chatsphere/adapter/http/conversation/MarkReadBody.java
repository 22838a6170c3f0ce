package io.chatsphere.adapter.http.conversation;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.adapter.http.web.QueryParams;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import java.util.Optional;

/**
 * Up to where a chat was read.
 *
 * @param position its last message if it is left out
 */
record MarkReadBody(Optional<Long> position) {
    /** All of it was read. */
    static final MarkReadBody ALL = new MarkReadBody(Optional.empty());

    Optional<Position> read() {
        Fields fields = new Fields();
        Optional<Position> read = fields.optional(position, MarkReadBody::position);
        fields.check();
        return read;
    }

    private static Position position(long value) {
        if (value < 0 || value > QueryParams.MAX_SAFE) {
            throw new ChatException.Invalid(ErrorCode.OUT_OF_RANGE, "position", 0L, QueryParams.MAX_SAFE);
        }
        return new Position(value);
    }
}
