package io.databourse.sandbox.room;

import io.databourse.plugin.Text;
import java.time.Duration;
import java.util.Locale;

/// How a room ended, and what it used.
///
/// @param exitCode of the job; 128 and the signal's number if one ended it
/// @param cpuMillis of all its processes, 0 where the kernel does not count it
/// @param peakBytes the most memory that was in use, files in memory included
/// @param errors what it wrote to standard error, cut; it may show data, so it is no log line
@SuppressWarnings("ArrayRecordComponent") // a carrier; nobody compares two ends
public record RoomEnd(
        Reason reason,
        int exitCode,
        Duration wall,
        long cpuMillis,
        long peakBytes,
        byte[] errors,
        Limits limits) {

    /// The job ran to its end and says that it went well.
    public boolean succeeded() {
        return reason == Reason.EXITED && exitCode == 0;
    }

    /// For people.
    public Text words() {
        return switch (reason) {
            case EXITED ->
                    exitCode == 0
                            ? new Text("正常结束", "ended normally")
                            : new Text("程序出错，退出码 " + exitCode, "failed with exit code " + exitCode);
            case MEMORY_LIMIT -> limit("内存上限 ", "memory limit ", bytes(limits.memoryBytes()));
            case PROCESS_LIMIT ->
                    limit("进程数上限 ", "process limit ", Integer.toString(limits.processes()));
            case TIME_LIMIT -> limit("时间上限 ", "time limit ", seconds(limits.wall()));
            case OUTPUT_LIMIT -> limit("输出上限 ", "output limit ", bytes(limits.outputBytes()));
            case KILLED -> new Text("已被终止", "stopped by the node");
            case NOT_STARTED -> new Text("沙箱未能启动", "the room could not be started");
        };
    }

    private static Text limit(String zh, String en, String value) {
        return new Text(zh + value, en + value);
    }

    private static String seconds(Duration wall) {
        return wall.toMillis() % 1000 == 0 ? wall.toSeconds() + " s" : wall.toMillis() + " ms";
    }

    private static String bytes(long bytes) {
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= bytes % 1000 == 0 ? 1000 : 1024;
            unit++;
        }
        String digits = String.format(Locale.ROOT, "%.1f", value);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                + " "
                + units[unit];
    }
}
