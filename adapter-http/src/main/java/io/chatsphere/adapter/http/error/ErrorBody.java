package io.chatsphere.adapter.http.error;

import io.chatsphere.application.error.ErrorTexts;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An error as clients get it.
 *
 * @param code the number of the reason
 * @param error the name of the reason, which never changes
 * @param message for people
 * @param data which fields are at fault, where fields are
 */
record ErrorBody(int code, String error, String message, Optional<Faults> data, String requestId) {
    /**
     * Fields that are at fault.
     *
     * @param field the only one; empty where there are several
     */
    record Faults(Optional<String> field, List<FieldError> errors) {}

    /** What is wrong with one field. */
    record FieldError(String field, String message) {}

    /** An error for this reason. */
    static ErrorBody of(ErrorCode code, Locale language, String requestId) {
        return new ErrorBody(code.number(), code.code(), ErrorTexts.of(code, language), Optional.empty(), requestId);
    }

    /** An error that names fields. */
    static ErrorBody of(ChatException.Invalid invalid, Locale language, String requestId) {
        Fault main = Statuses.main(invalid);
        List<FieldError> errors = invalid.faults().stream()
                .map(fault -> new FieldError(fault.field(), ErrorTexts.of(fault, language)))
                .toList();
        Optional<String> only = errors.size() == 1 ? Optional.of(main.field()) : Optional.empty();
        return new ErrorBody(
                main.code().number(),
                main.code().code(),
                ErrorTexts.of(main, language),
                Optional.of(new Faults(only, errors)),
                requestId);
    }
}
