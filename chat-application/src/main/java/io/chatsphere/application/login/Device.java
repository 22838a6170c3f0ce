package io.chatsphere.application.login;

/**
 * Where somebody signs in from.
 *
 * @param name what the device calls itself (its {@code User-Agent}), may be empty
 * @param address its network address, may be empty
 */
public record Device(String name, String address) {
    /** Nothing is known of the device. */
    public static final Device UNKNOWN = new Device("", "");
}
