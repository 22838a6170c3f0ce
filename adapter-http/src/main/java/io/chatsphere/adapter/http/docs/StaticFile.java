package io.chatsphere.adapter.http.docs;

import io.chatsphere.adapter.http.web.Answers;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Something that is the same for everybody for as long as the server runs. It is read and packed when it is first asked for,
 * and then kept, so that asking for it often costs nothing. Thread-safe.
 */
final class StaticFile {
    private static final String GZIP = "gzip";

    private final String contentType;
    private final Supplier<byte[]> source;
    private final AtomicReference<Optional<Forms>> forms = new AtomicReference<>(Optional.empty());

    /** The file as it is, and packed. */
    private static final class Forms {
        private final byte[] plain;
        private final byte[] packed;

        Forms(byte[] plain) {
            this.plain = plain;
            this.packed = pack(plain);
        }
    }

    /** @param source reads the file; may be asked more than once */
    StaticFile(String contentType, Supplier<byte[]> source) {
        this.contentType = contentType;
        this.source = source;
    }

    /** Answers with the file. */
    void send(Context ctx) {
        Forms known = forms.get().orElseGet(this::read);
        Answers.varyBy(ctx, Header.ACCEPT_ENCODING);
        boolean packed = Optional.ofNullable(ctx.header(Header.ACCEPT_ENCODING))
                .filter(accepted -> accepted.contains(GZIP) && !accepted.contains(GZIP + ";q=0"))
                .isPresent();
        if (packed) {
            ctx.header(Header.CONTENT_ENCODING, GZIP);
        } else {
            ctx.disableCompression();
        }
        ctx.contentType(contentType).result(packed ? known.packed : known.plain);
    }

    private Forms read() {
        Forms made = new Forms(source.get());
        forms.set(Optional.of(made));
        return made;
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
