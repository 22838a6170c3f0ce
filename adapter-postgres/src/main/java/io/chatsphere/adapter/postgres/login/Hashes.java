package io.chatsphere.adapter.postgres.login;

import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.TicketHash;
import java.util.HexFormat;

/** Hashes of secrets as they are stored: 32 bytes. */
final class Hashes {
    private Hashes() {}

    static byte[] bytes(RefreshTokenHash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    static byte[] bytes(TicketHash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }
}
