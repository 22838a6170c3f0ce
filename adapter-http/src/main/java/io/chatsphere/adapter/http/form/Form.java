package io.chatsphere.adapter.http.form;

import io.chatsphere.domain.error.ChatException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;

/** What a content type says of a body, as far as forms are concerned. */
public sealed interface Form {
    /** {@code application/x-www-form-urlencoded}. */
    record OfUrl() implements Form {}

    /** {@code multipart/form-data}; without a boundary it cannot be read. */
    record OfParts(Optional<String> boundary) implements Form {}

    /** The kind of form that a content type names; empty if it names something else, or another charset than UTF-8. */
    static Optional<Form> of(String contentType) {
        Map<String, String> parameters = new HashMap<>();
        String type = HttpField.getValueParameters(contentType, parameters);
        if (type == null || !parameters.getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8")) {
            return Optional.empty();
        }
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
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
