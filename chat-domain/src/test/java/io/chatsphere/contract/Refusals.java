package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** Says how a call must be refused. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(Class<? extends ChatException> kind, ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(kind, call).code());
    }

    /** The code with which a call is refused; empty if it is not. */
    static Optional<ErrorCode> refusal(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (ChatException refused) {
            return Optional.of(refused.code());
        }
    }
}
