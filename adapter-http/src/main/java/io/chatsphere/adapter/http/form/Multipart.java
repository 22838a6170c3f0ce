package io.chatsphere.adapter.http.form;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/** Reads {@code multipart/form-data} with texts in it. The body is in memory already, and so are its parts: no file is made. */
final class Multipart {
    /** Nobody needs a bound of their own where the whole is bounded. */
    private static final int UNBOUNDED = -1;

    private Multipart() {}

    static Map<String, String> read(String boundary, byte[] body) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(UNBOUNDED);
        parser.setMaxMemoryFileSize(body.length);
        try (Blocker.Promise<MultiPartFormData.Parts> result = Blocker.promise()) {
            parser.parse(Content.Source.from(ByteBuffer.wrap(body)), result);
            return fields(result.block());
        } catch (IOException | HttpException.RuntimeException e) {
            // What cannot be read is the client's matter; nobody on our side has to look at it.
            throw FormFields.malformed();
        }
    }

    private static Map<String, String> fields(MultiPartFormData.Parts parts) throws IOException {
        FormFields fields = new FormFields();
        try (parts) {
            for (MultiPart.Part part : parts) {
                fields.add(name(part), text(part));
            }
        }
        return fields.all();
    }

    private static String name(MultiPart.Part part) {
        return Optional.ofNullable(part.getName()).orElseThrow(FormFields::malformed);
    }

    private static String text(MultiPart.Part part) throws IOException {
        if (part.getFileName() != null) {
            throw new ChatException.Invalid(ErrorCode.WRONG_TYPE, name(part));
        }
        return FormFields.decode(Content.Source.asByteBuffer(part.getContentSource()));
    }
}
