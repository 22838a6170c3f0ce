package io.chatsphere.application.memory;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.AccessClaims;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The bytes of an access token's claims. */
final class ClaimsCodec {
    private ClaimsCodec() {}

    /** The claims behind 64 random bits, so that two tokens with the same claims differ. */
    static byte[] encode(AccessClaims claims, RandomGenerator random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(random.nextLong());
            write(claims.user().value(), out);
            out.writeBoolean(claims.login().isPresent());
            write(claims.login().map(LoginId::value).orElse(new UUID(0, 0)), out);
            out.writeUTF(claims.username());
            out.writeUTF(claims.displayName());
            out.writeBoolean(claims.email().isPresent());
            out.writeUTF(claims.email().orElse(""));
            out.writeLong(claims.issuedAt().getEpochSecond());
            out.writeLong(claims.expiresAt().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #encode} wrote, and nothing else. */
    static AccessClaims decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readLong();
            UserId user = new UserId(readUuid(in));
            boolean hasLogin = in.readBoolean();
            LoginId login = new LoginId(readUuid(in));
            String username = in.readUTF();
            String displayName = in.readUTF();
            boolean hasEmail = in.readBoolean();
            String email = in.readUTF();
            return new AccessClaims(
                    user,
                    Optional.of(login).filter(ignored -> hasLogin),
                    username,
                    displayName,
                    Optional.of(email).filter(ignored -> hasEmail),
                    Instant.ofEpochSecond(in.readLong()),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(UUID id, DataOutput out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInput in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
