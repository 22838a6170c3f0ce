package io.chatsphere.adapter.http.form;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the fields of one form: texts in UTF-8, none twice. Not thread-safe. */
final class FormFields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** @throws ChatException.Invalid if the field is there already, as two JSON fields of one name would be */
    void add(String name, String value) {
        if (fields.putIfAbsent(name, value) != null) {
            throw malformed();
        }
    }

    Map<String, String> all() {
        return fields;
    }

    /** @throws ChatException.Invalid if the bytes are no UTF-8 */
    static String decode(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    static ChatException.Invalid malformed() {
        return new ChatException.Invalid(ErrorCode.MALFORMED, "body");
    }
}
