package io.databourse.sandbox.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The control group under which rooms get theirs.
///
/// @param folders of each controller; in version 2 all are the same
record CgroupParent(Map<String, Path> folders, boolean unified) {
    private static final String ROOT_GROUP = "/databourse";
    private static final Path OWN = Path.of("/proc/self/cgroup");

    /// Finds or makes it.
    static CgroupParent open(Optional<String> wanted, boolean root) throws RoomUnavailable {
        try {
            var mounts = CgroupMounts.read(Path.of("/proc/self/mounts"));
            var own = Files.readAllLines(OWN);
            return mounts.unified().isPresent()
                    ? unified(mounts.unified().get(), wanted, root, own)
                    : split(mounts.split(), wanted, root, own);
        } catch (IOException e) {
            throw new RoomUnavailable("the control groups cannot be read: " + e.getMessage(), e);
        }
    }

    private static CgroupParent unified(
            Path mount, Optional<String> wanted, boolean root, List<String> own)
            throws RoomUnavailable {
        var path = wanted.orElse(root ? ROOT_GROUP : CgroupMounts.own(own, ""));
        var folder = below(mount, path);
        try {
            if (root) {
                enable(mount);
                Files.createDirectories(folder);
            }
            leave(folder);
            enable(folder);
        } catch (IOException | UncheckedIOException e) {
            throw unusable(folder, e);
        }
        var folders = new LinkedHashMap<String, Path>();
        CgroupV2.NEEDED.forEach(controller -> folders.put(controller, folder));
        return new CgroupParent(folders, true);
    }

    /// A group with processes cannot pass controllers on: what is there moves one level down.
    private static void leave(Path folder) throws IOException {
        var processes = CgroupFiles.processes(folder);
        if (processes.isEmpty()) {
            return;
        }
        var down = Files.createDirectories(folder.resolve("node"));
        for (var process : processes) {
            CgroupFiles.write(down, "cgroup.procs", Long.toString(process));
        }
    }

    private static void enable(Path folder) throws IOException {
        for (var controller : CgroupV2.NEEDED) {
            CgroupFiles.write(folder, "cgroup.subtree_control", "+" + controller);
        }
    }

    private static CgroupParent split(
            Map<String, Path> mounts, Optional<String> wanted, boolean root, List<String> own)
            throws RoomUnavailable {
        var folders = new LinkedHashMap<String, Path>();
        for (var entry : mounts.entrySet()) {
            var path = wanted.orElse(root ? ROOT_GROUP : CgroupMounts.own(own, entry.getKey()));
            var folder = below(entry.getValue(), path);
            try {
                if (root) {
                    Files.createDirectories(folder);
                }
            } catch (IOException e) {
                throw unusable(folder, e);
            }
            if (!Files.isWritable(folder)) {
                throw unusable(folder, new IOException("it is not this user's"));
            }
            folders.put(entry.getKey(), folder);
        }
        if (!folders.keySet().containsAll(CgroupV1.NEEDED)) {
            throw new RoomUnavailable(
                    "the kernel's control groups memory, pids and cpu are needed and not mounted");
        }
        return new CgroupParent(folders, false);
    }

    private static Path below(Path mount, String path) {
        return mount.resolve(path.substring(1)).normalize();
    }

    private static RoomUnavailable unusable(Path folder, Exception cause) {
        return new RoomUnavailable(
                "rooms need a control group of the node's own and "
                        + folder
                        + " cannot be used ("
                        + cause.getMessage()
                        + "); start the node as a systemd service with Delegate=yes, or as root"
                        + " make a group, give it to the node's user (chown -R) and name it in"
                        + " -D"
                        + RoomHost.CGROUP,
                cause);
    }

    Cgroup make(String name, Limits limits, int ownProcesses) throws IOException {
        return unified
                ? CgroupV2.make(folders.values().iterator().next(), name, limits, ownProcesses)
                : CgroupV1.make(folders, name, limits, ownProcesses);
    }
}
