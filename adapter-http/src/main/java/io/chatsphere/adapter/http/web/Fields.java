package io.chatsphere.adapter.http.web;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.error.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of one body into values and collects their faults, so that all are named at once. Not thread-safe. */
public final class Fields {
    private final List<Fault> faults = new ArrayList<>();

    /** The value of a field that must be there; empty if it is at fault, which {@link #check} then says. */
    public <T, R> Optional<R> required(String name, Optional<T> raw, Function<? super T, R> read) {
        if (raw.isEmpty()) {
            faults.add(new Fault(name, ErrorCode.MISSING_FIELD, List.of()));
        }
        return optional(raw, read);
    }

    /** The value of a field that may be left out; also empty if it is at fault, which {@link #check} then says. */
    public <T, R> Optional<R> optional(Optional<T> raw, Function<? super T, R> read) {
        try {
            return raw.map(read);
        } catch (ChatException.Invalid e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    /** What a field that may be left out is to become; an inner empty takes the value away. */
    public <T, R> Optional<Optional<R>> clearable(Optional<Optional<T>> raw, Function<? super T, R> read) {
        return raw.isEmpty() ? Optional.empty() : Optional.of(optional(raw.get(), read));
    }

    /** A field that must not be there. */
    public void refuse(String name, Optional<?> raw) {
        if (raw.isPresent()) {
            faults.add(new Fault(name, ErrorCode.BAD_REQUEST, List.of()));
        }
    }

    /** Reads like {@code read}, and calls what is at fault by the name that it has in this body. */
    public static <T, R> Function<T, R> as(String name, Function<? super T, R> read) {
        return raw -> {
            try {
                return read.apply(raw);
            } catch (ChatException.Invalid e) {
                throw new ChatException.Invalid(e.faults().stream()
                        .map(fault -> new Fault(name, fault.code(), fault.limits()))
                        .toList());
            }
        };
    }

    /**
     * To be called before the values are used.
     *
     * @throws ChatException.Invalid with all faults, if there are any
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ChatException.Invalid(faults);
        }
    }
}
