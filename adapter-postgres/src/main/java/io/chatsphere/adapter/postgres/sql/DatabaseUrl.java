package io.chatsphere.adapter.postgres.sql;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database URL taken apart. Not printable: it holds a password.
 *
 * @param jdbcUrl as the driver takes it, without user and password
 */
public record DatabaseUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:jdbc:postgresql|postgres(?:ql)?(?:\\+[a-z0-9_]+)?)://(?:(?<user>[^@/?:]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?#\\s]*)/(?<database>[^@/?#\\s]+)(?:\\?(?<options>[^#\\s]*))?",
            Pattern.CASE_INSENSITIVE);

    /** How libpq and asyncpg call what the JDBC driver has too. */
    private static final Map<String, String> ALIASES =
            Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout", "ssl", "sslmode");

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException without the URL in its text
     */
    public static DatabaseUrl parse(String url) {
        Matcher matcher = SHAPE.matcher(url.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The database URL is not of the form"
                    + " postgresql://user:password@host:5432/database; characters such as @, : and / in a user or"
                    + " password must be percent-encoded.");
        }
        Map<String, String> options = options(matcher.group("options"));
        Optional<String> user = part(matcher.group("user")).or(() -> Optional.ofNullable(options.get("user")));
        Optional<String> password =
                part(matcher.group("password")).or(() -> Optional.ofNullable(options.get("password")));
        options.keySet().removeAll(Set.of("user", "password"));
        String hosts = matcher.group("hosts").isEmpty() ? "localhost" : matcher.group("hosts");
        return new DatabaseUrl(
                "jdbc:postgresql://" + hosts + "/" + encode(decode(matcher.group("database"))) + query(options),
                user,
                password);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[hidden]";
    }

    private static Optional<String> part(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(decode(text));
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String option : text.split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("An option of the database URL is not of the form name=value.");
                }
                put(options, decode(option.substring(0, equals)), decode(option.substring(equals + 1)));
            }
        }
        return options;
    }

    private static void put(Map<String, String> options, String name, String value) {
        boolean driverOwn = name.equals("ssl") && (value.equals("true") || value.equals("false"));
        options.put(driverOwn ? name : ALIASES.getOrDefault(name, name), value);
    }

    private static String query(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> encode(option.getKey()) + "=" + encode(option.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Percent-decoding alone: a plus sign is a plus sign. */
    private static String decode(String text) {
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != '%') {
                to.put(from[i]);
            } else {
                to.put(hex(from, i + 1));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A percent-encoded part of the database URL is not UTF-8.", e);
        }
    }

    private static byte hex(byte[] text, int at) {
        int high = at + 1 < text.length ? Character.digit(text[at], 16) : -1;
        int low = at + 1 < text.length ? Character.digit(text[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException(
                    "A % in the database URL is not followed by two hexadecimal digits; a plain % is written %25.");
        }
        return (byte) (high << 4 | low);
    }
}
