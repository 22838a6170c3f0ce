package io.chatsphere.bootstrap.server;

import java.util.Optional;

/** Which release this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Such as {@code 1.2.0}; {@code development} when it does not run from the packaged jar. */
    public static String text() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
