package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a host must have before it may shut anybody in.
final class Requirements {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private Requirements() {}

    /// @return whether this process is root
    static boolean check(RoomHost host) throws RoomUnavailable {
        var system = System.getProperty("os.name", "");
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            throw new RoomUnavailable("rooms need Linux, this is " + system);
        }
        program("bwrap", "bubblewrap");
        var root = isRoot();
        if (root) {
            program("setpriv", "util-linux");
        }
        namespaces(RoomCommand.trial(host, root));
        return root;
    }

    /// Containers and hardened hosts forbid what rooms are made of; a trial tells.
    private static void namespaces(List<String> trial) throws RoomUnavailable {
        try {
            var process = new ProcessBuilder(trial).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new RoomUnavailable(
                        "this host does not let the node make namespaces (it said: "
                                + said.strip()
                                + "); needed are the settings kernel.unprivileged_userns_clone=1,"
                                + " user.max_user_namespaces above 0, where AppArmor is"
                                + " kernel.apparmor_restrict_unprivileged_userns=0, and in a"
                                + " container an unmasked /proc");
            }
        } catch (IOException e) {
            throw new RoomUnavailable("bubblewrap cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomUnavailable("interrupted", e);
        }
    }

    private static void program(String name, String debian) throws RoomUnavailable {
        if (FOLDERS.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, name)))) {
            throw new RoomUnavailable(
                    "the program " + name + " is missing; run: apt-get install " + debian);
        }
    }

    private static boolean isRoot() throws RoomUnavailable {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Uid:"))
                    .anyMatch(line -> line.split("\\s+", -1)[2].equals("0"));
        } catch (IOException e) {
            throw new RoomUnavailable("/proc cannot be read", e);
        }
    }
}
