package io.chatsphere.bootstrap.load;

import io.chatsphere.bootstrap.load.plan.LoadPlan;
import io.chatsphere.bootstrap.load.plan.Options;
import io.chatsphere.bootstrap.load.plan.PlanReader;
import io.chatsphere.bootstrap.load.report.JsonReport;
import io.chatsphere.bootstrap.load.report.Progress;
import io.chatsphere.bootstrap.load.report.Report;
import io.chatsphere.bootstrap.load.report.TextReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chatsphere load}: loads a server, audits what it did, and reports. */
@Command(
        name = "load",
        description = "Loads a running server, then proves that nothing was lost, doubled, reordered or miscounted.",
        footer = {
            "",
            "Exit codes: 0 everything is proved, 1 the audit found a fault, 2 an option is wrong, 3 the test could not be"
                    + " run to its end.",
            "",
            "Begin with:  chatsphere load --url=http://localhost:8000 --connections=50 --rate=100",
            "The server limits requests and messages unless RATE_LIMIT_REQUESTS=0; limits are honoured and counted."
        },
        exitCodeOnExecutionException = LoadCommand.NOT_RUN)
public final class LoadCommand implements Callable<Integer> {
    static final int NOT_RUN = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Options options;

    /** Made by {@link #spec}. */
    private LoadCommand() {
        this.options = new Options();
        this.spec = CommandSpec.create();
    }

    /** The command, ready to be added to another one. */
    public static CommandSpec spec() {
        return CommandSpec.forAnnotatedObject(new LoadCommand()).mixinStandardHelpOptions(true);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = Progress.of(spec.commandLine().getErr());
        LoadPlan plan = PlanReader.read(options);
        try {
            Report report = new LoadTest(plan, progress).run();
            progress.end();
            if (plan.json()) {
                out.println(JsonReport.of(report));
            } else {
                TextReport.of(report).forEach(out::println);
            }
            out.flush();
            return report.verdict().exitCode();
        } finally {
            progress.end();
        }
    }
}
