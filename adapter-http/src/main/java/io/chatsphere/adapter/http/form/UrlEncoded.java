package io.chatsphere.adapter.http.form;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded}, strictly: broken escapes and bytes that are no UTF-8 are refused. */
final class UrlEncoded {
    private static final int HEX = 16;

    private UrlEncoded() {}

    static Map<String, String> read(byte[] body) {
        FormFields fields = new FormFields();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.add(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return fields.all();
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '%') {
                bytes.write(digit(text, at++) * HEX + digit(text, at++));
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return FormFields.decode(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private static int digit(String text, int at) {
        int digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw FormFields.malformed();
        }
        return digit;
    }
}
