package io.databourse.mpc;

import com.sun.management.OperatingSystemMXBean;
import io.databourse.mpc.rehearsal.Rehearsal;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What whole runs of a task cost with made-up rows and all parties in this JVM.
///
/// Arguments: the task, the rows a side, and an existing folder for files.
final class WholeRunBench {
    private static final int RUNS = 3;

    private WholeRunBench() {}

    public static void main(String[] arguments) throws Exception {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long rows = Long.parseLong(arguments[1]);
        var folder = Files.createTempDirectory(Path.of(arguments[2]), "runs");
        for (int run = 0; run < RUNS; run++) {
            long before = system.getProcessCpuTime();
            Rehearsal.run(new MpcPlugin()::program, arguments[0], rows, folder, (_, _, _) -> {});
            double seconds = (system.getProcessCpuTime() - before) / 1e9;
            System.out.printf(Locale.ROOT, "%s, %d rows: %.2f s%n", arguments[0], rows, seconds);
        }
    }
}
