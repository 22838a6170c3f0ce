package io.chatsphere.adapter.http.form;

import io.chatsphere.domain.error.ChatException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;

/** What a content type says of a body, as far as forms are concerned. */
public sealed interface Form {
    /** The one charset that is read. */
    String UTF_8 = "utf-8";

    /** {@code application/x-www-form-urlencoded}. */
    record OfUrl() implements Form {}

    /** {@code multipart/form-data}; without a boundary it cannot be read. */
    record OfParts(Optional<String> boundary) implements Form {}

    /**
     * The kind of form that a content type names; empty if it names something else, or another charset than UTF-8, or cannot
     * be read.
     */
    static Optional<Form> of(String contentType) {
        try {
            Map<String, String> parameters = new HashMap<>();
            return of(Optional.ofNullable(HttpField.getValueParameters(contentType, parameters)), parameters);
        } catch (IllegalArgumentException e) {
            // A quote without an end, for one.
            return Optional.empty();
        }
    }

    private static Optional<Form> of(Optional<String> type, Map<String, String> parameters) {
        if (type.isEmpty() || !UTF_8.equalsIgnoreCase(parameters.getOrDefault("charset", UTF_8))) {
            return Optional.empty();
        }
        return switch (type.get().strip().toLowerCase(Locale.ROOT)) {
            case "application/x-www-form-urlencoded" -> Optional.of(new OfUrl());
            case "multipart/form-data" -> Optional.of(new OfParts(Optional.ofNullable(parameters.get("boundary"))));
            default -> Optional.empty();
        };
    }

    /**
     * The fields of a body, as texts.
     *
     * @throws ChatException.Invalid if it cannot be read, names a field twice, or has a file in it
     */
    default Map<String, String> read(byte[] body) {
        return switch (this) {
            case OfUrl url -> UrlEncoded.read(body);
            case OfParts parts -> Multipart.read(parts.boundary().orElseThrow(FormFields::malformed), body);
        };
    }
}
