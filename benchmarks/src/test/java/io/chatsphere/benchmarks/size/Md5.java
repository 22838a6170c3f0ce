package io.chatsphere.benchmarks.size;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes the ids that PostgreSQL makes with {@code md5(text)::uuid}: no list of ids has to be carried about. */
final class Md5 {
    private Md5() {}

    static UUID uuid(byte[] text) {
        try {
            ByteBuffer bits = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text));
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}
