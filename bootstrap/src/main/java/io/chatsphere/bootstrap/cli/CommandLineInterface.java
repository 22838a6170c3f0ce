package io.chatsphere.bootstrap.cli;

import io.chatsphere.bootstrap.config.DotEnv;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.config.Setting;
import io.chatsphere.bootstrap.config.Sources;
import io.chatsphere.bootstrap.load.LoadCommand;
import io.chatsphere.bootstrap.server.ProgramVersion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * The commands {@code serve} (the default), {@code migrate} and {@code sample-data}, of which every {@link Setting} is a flag,
 * {@code load}, which is a client and has options of its own, and {@code training-run}, which the help does not show. Exit
 * codes: 0 all went well, 1 it could not start, 2 the settings or the command are wrong; {@code load} has 1 for a fault that it
 * found, and 3 if it could not be run.
 */
public final class CommandLineInterface {
    private static final int WIDTH = 120;

    private final Map<String, String> environment;
    private final Path folder;
    private final Commands commands;
    private Map<String, String> dotEnv = Map.of();
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    /** What the commands do; {@code serve} returns when the server has ended. A training run has settings of its own. */
    public record Commands(
            Consumer<ServerConfig> serve,
            Consumer<ServerConfig> migrate,
            Consumer<ServerConfig> sampleData,
            Runnable trainingRun) {}

    /**
     * One run of the program.
     *
     * @param folder whose {@code .env} is read
     */
    public CommandLineInterface(Map<String, String> environment, Path folder, Commands commands) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.commands = commands;
    }

    /** Does what the arguments ask for and returns the exit code. Help goes to {@code out}, faults to {@code err}. */
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        if (arguments.length == 0) {
            // The usual start, for which there is nothing to parse: loading the parser takes longer than reaching the
            // database.
            return perform(commands.serve(), err);
        }
        return new CommandLine(root(err))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(Failures::wrongArguments)
                .setExecutionExceptionHandler((failure, command, parsed) -> new Failures(err, debug())
                        .explain(failure, command.getCommandSpec().exitCodeOnExecutionException()))
                .execute(arguments);
    }

    private int perform(Consumer<ServerConfig> work, PrintWriter err) {
        return explained(
                () -> {
                    dotEnv = DotEnv.read(folder);
                    work.accept(ServerConfig.of(new Sources(flags, environment, dotEnv)));
                },
                err);
    }

    private int explained(Runnable work, PrintWriter err) {
        try {
            work.run();
            return CommandLine.ExitCode.OK;
        } catch (RuntimeException e) {
            return new Failures(err, debug()).explain(e, CommandLine.ExitCode.SOFTWARE);
        }
    }

    private CommandSpec root(PrintWriter err) {
        CommandSpec root = command(
                "chatsphere", "Serves a real-time chat over HTTP and WebSocket.", () -> perform(commands.serve(), err));
        root.version("ChatSphere " + ProgramVersion.text());
        for (Setting setting : Setting.values()) {
            root.addOption(option(setting));
        }
        add(root, "serve", "Starts the server; the default.", () -> perform(commands.serve(), err));
        add(
                root,
                "migrate",
                "Makes or upgrades the database's tables and ends.",
                () -> perform(commands.migrate(), err));
        add(
                root,
                "sample-data",
                "Fills the database with users and talk to look at, and ends.",
                () -> perform(commands.sampleData(), err));
        add(
                        root,
                        "training-run",
                        "Starts, talks to itself and ends, for a virtual machine that records it.",
                        () -> explained(commands.trainingRun(), err))
                .usageMessage()
                .hidden(true);
        addLoad(root);
        root.usageMessage()
                .footer(
                        "",
                        "Each option is also an environment variable, in the environment or in the file .env:",
                        "--public-url is PUBLIC_URL.");
        return root;
    }

    /** It is no server: of the settings, which the commands share, it has that for the place of an error alone. */
    private static void addLoad(CommandSpec root) {
        CommandSpec load = LoadCommand.spec();
        root.addSubcommand("load", load);
        for (Setting setting : Setting.values()) {
            if (setting != Setting.DEBUG) {
                load.remove(load.findOption(setting.flag()));
            }
        }
    }

    private static CommandSpec add(CommandSpec root, String name, String description, Callable<Integer> action) {
        CommandSpec command = command(name, description, action);
        root.addSubcommand(name, command);
        return command;
    }

    private static CommandSpec command(String name, String description, Callable<Integer> action) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(action).name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        return spec;
    }

    private OptionSpec option(Setting setting) {
        String standard = setting.fallback().isEmpty() ? "" : " (" + setting.fallback() + ")";
        // The commands share the setter, so that a flag means the same before and after the command's name.
        ISetter setter = new ISetter() {
            @Override
            public <T> T set(T value) {
                if (value instanceof String text) {
                    flags.put(setting, text);
                }
                return value;
            }
        };
        return OptionSpec.builder(setting.flag())
                .paramLabel("VALUE")
                .type(String.class)
                .description((setting.description() + standard).replace("%", "%%"))
                .scopeType(ScopeType.INHERIT)
                .setter(setter)
                .build();
    }

    private boolean debug() {
        String inFile = dotEnv.getOrDefault(Setting.DEBUG.name(), "");
        String value = flags.getOrDefault(Setting.DEBUG, environment.getOrDefault(Setting.DEBUG.name(), inFile));
        return value.strip().equalsIgnoreCase("true") || value.strip().equals("1");
    }
}
