package io.chatsphere.adapter.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.chatsphere.adapter.http.form.Form;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads request bodies: one JSON object in UTF-8, or where a route takes them a form with the same fields, bounded, into the
 * record of its route. Thread-safe.
 *
 * @param maxBytes the greatest size that is read
 */
public record Bodies(int maxBytes) {
    private static final String WHOLE_BODY = "body";

    /** Makes the record of a route. */
    private interface Reader<T> {
        T read() throws JsonProcessingException;
    }

    /**
     * The body of a request. A body without a type is taken for JSON.
     *
     * @throws HttpRefusal for another content type, or a body that is too large
     * @throws ChatException.Invalid for anything that is not exactly a {@code type}; the first fault is named
     */
    public <T> T read(Context ctx, Class<T> type) {
        requireJson(contentType(ctx));
        String text = decode(bytes(ctx));
        return named(() -> Json.read(text, type));
    }

    /** Likewise, of a request that may have none. */
    public <T> Optional<T> readOptional(Context ctx, Class<T> type) {
        long length = ctx.contentLength();
        boolean none = length == 0 || (length < 0 && ctx.header(Header.TRANSFER_ENCODING) == null);
        return none ? Optional.empty() : Optional.of(read(ctx, type));
    }

    /** The same for a route that takes a form as well: each field of a form is a text. */
    public <T> T readFormOrJson(Context ctx, Class<T> type) {
        Optional<Form> form = contentType(ctx).flatMap(Form::of);
        if (form.isEmpty()) {
            return read(ctx, type);
        }
        Map<String, String> fields = form.get().read(bytes(ctx));
        return named(() -> Json.read(fields, type));
    }

    private static <T> T named(Reader<T> reader) {
        try {
            T body = reader.read();
            if (body == null) {
                throw malformed();
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw new ChatException.Invalid(ErrorCode.UNKNOWN_FIELD, e.getPropertyName());
        } catch (JsonMappingException e) {
            throw field(e);
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    /** The header as it came: the servlet's own reading of it fails at a charset that has no name. */
    private static Optional<String> contentType(Context ctx) {
        return Optional.ofNullable(ctx.header(Header.CONTENT_TYPE));
    }

    private static void requireJson(Optional<String> contentType) {
        if (contentType.isEmpty()) {
            return;
        }
        String[] parts = contentType.get().toLowerCase(Locale.ROOT).split(";", 2);
        boolean utf8 =
                parts.length < 2 || !parts[1].contains("charset") || parts[1].matches("\\s*charset=\"?utf-8\"?\\s*");
        if (!parts[0].strip().equals("application/json") || !utf8) {
            throw new HttpRefusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private byte[] bytes(Context ctx) {
        if (ctx.contentLength() > maxBytes) {
            throw tooLarge();
        }
        byte[] read;
        try (InputStream in = ctx.bodyInputStream()) {
            read = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            // The client went away or broke the framing: nobody on our side has to look at it.
            throw malformed();
        }
        if (read.length > maxBytes) {
            throw tooLarge();
        }
        return read;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    /** The outermost field that does not fit; without one, or with broken JSON in it, the body cannot be read at all. */
    private static ChatException.Invalid field(JsonMappingException e) {
        boolean broken =
                e.getCause() instanceof StreamReadException && !(e.getCause() instanceof InputCoercionException);
        if (broken || e.getPath().isEmpty() || e.getPath().getFirst().getFieldName() == null) {
            return malformed();
        }
        String name = e.getPath().getFirst().getFieldName();
        return e.getCause() instanceof InputCoercionException number
                        && number.getInputType() == JsonToken.VALUE_NUMBER_INT
                ? outOfRange(name, number.getTargetType())
                : new ChatException.Invalid(ErrorCode.WRONG_TYPE, name);
    }

    /** A whole number that its type cannot hold. */
    private static ChatException.Invalid outOfRange(String name, Class<?> type) {
        return type == long.class
                ? new ChatException.Invalid(ErrorCode.OUT_OF_RANGE, name, -QueryParams.MAX_SAFE, QueryParams.MAX_SAFE)
                : new ChatException.Invalid(
                        ErrorCode.OUT_OF_RANGE, name, (long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE);
    }

    private static ChatException.Invalid malformed() {
        return new ChatException.Invalid(ErrorCode.MALFORMED, WHOLE_BODY);
    }

    private static HttpRefusal tooLarge() {
        return new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.TOO_LARGE);
    }
}
