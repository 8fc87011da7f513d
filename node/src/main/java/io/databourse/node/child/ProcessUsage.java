package io.databourse.node.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What this process has used so far. The peak of memory is Linux's; elsewhere it is 0.
public final class ProcessUsage {
    private static final String PEAK = "VmHWM:";

    private ProcessUsage() {}

    public static ChildReport.Usage own() {
        var cpu =
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        return new ChildReport.Usage(cpu, peakKilobytes());
    }

    private static long peakKilobytes() {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
