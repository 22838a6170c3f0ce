package io.chatsphere.adapter.http.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the language in which a client is spoken to: 中文 or English. Thread-safe.
 *
 * @param fallback for clients that want neither, or do not say
 */
public record Languages(Locale fallback) {
    private static final int MAX_HEADER = 200;

    /** The language for a request. */
    public Locale of(Context ctx) {
        return of(Optional.ofNullable(ctx.header(Header.ACCEPT_LANGUAGE)));
    }

    /** The language for an {@code Accept-Language}. */
    public Locale of(Optional<String> header) {
        return header.filter(text -> text.length() <= MAX_HEADER).stream()
                .flatMap(text -> ranges(text).stream())
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> known(range.getRange()).stream())
                .findFirst()
                .orElse(fallback);
    }

    /** One of two texts, by the language of the request. */
    public String choose(Context ctx, String english, String chinese) {
        return of(ctx).getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }

    private Optional<Locale> known(String range) {
        return switch (range.split("-", 2)[0]) {
            case "zh" -> Optional.of(Locale.CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            case "*" -> Optional.of(fallback);
            default -> Optional.empty();
        };
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            // A header that cannot be read says nothing.
            return List.of();
        }
    }
}
