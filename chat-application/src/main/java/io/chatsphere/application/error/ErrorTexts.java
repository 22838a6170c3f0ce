package io.chatsphere.application.error;

import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of refusals for people. Chinese and English; any other language gets English. Thread-safe. */
public final class ErrorTexts {
    private static final String BUNDLE = "io.chatsphere.application.error.errors";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ErrorTexts() {}

    /** What {@code code} means. */
    public static String of(ErrorCode code, Locale language) {
        return format(code, List.of(), language);
    }

    /** What is wrong with a field. */
    public static String of(Fault fault, Locale language) {
        return format(fault.code(), fault.limits(), language);
    }

    private static String format(ErrorCode code, List<Long> limits, Locale language) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(code.code());
        return new MessageFormat(pattern, language).format(limits.toArray());
    }
}
