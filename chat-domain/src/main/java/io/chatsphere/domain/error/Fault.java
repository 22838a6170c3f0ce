package io.chatsphere.domain.error;

import java.util.List;

/**
 * One field that holds nonsense.
 *
 * @param field the field's name as the wire spells it, such as {@code username}
 * @param code the reason
 * @param limits numbers that the text for people names, such as the greatest length; empty where there are none
 */
public record Fault(String field, ErrorCode code, List<Long> limits) {
    public Fault {
        limits = List.copyOf(limits);
    }
}
