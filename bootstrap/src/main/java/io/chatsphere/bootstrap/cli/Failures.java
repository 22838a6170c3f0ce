package io.chatsphere.bootstrap.cli;

import io.chatsphere.bootstrap.config.ConfigException;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.load.wire.LoadException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Says to people why the program ends: sentences, and the place in the program only when they ask for it. */
final class Failures {
    private static final String NAME = "chatsphere: ";

    private final PrintWriter err;
    private final boolean debug;

    Failures(PrintWriter err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    static int wrongArguments(ParameterException failure, String... arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println(NAME + failure.getMessage() + ". See --help.");
        return CommandLine.ExitCode.USAGE;
    }

    /**
     * Returns the exit code.
     *
     * @param failed the code of a failure of the command, which all but wrong settings are
     */
    int explain(Exception failure, int failed) {
        int code = switch (failure) {
            case ConfigException config -> list(config.faults());
            case StartException start -> say(failed, start.getMessage());
            case LoadException load -> say(failed, load.getMessage());
            default ->
                say(failed, "An unexpected error ended the program (" + failure + "); --debug=true shows where.");
        };
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    private int list(List<String> faults) {
        err.println(NAME + (faults.size() == 1 ? "a setting cannot be used:" : "some settings cannot be used:"));
        faults.forEach(fault -> err.println("  - " + fault));
        return CommandLine.ExitCode.USAGE;
    }

    private int say(int code, String sentence) {
        err.println(NAME + sentence);
        return code;
    }
}
