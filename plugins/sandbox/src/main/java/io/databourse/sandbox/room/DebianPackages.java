package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What dpkg knows of this host's packages. Formats: dpkg's `status` (deb822) and `info/*.list`.
final class DebianPackages {
    /// Needed to install a package, not to run it.
    private static final Set<String> NOT_TO_RUN =
            Set.of(
                    "adduser",
                    "apt",
                    "base-files",
                    "base-passwd",
                    "ca-certificates",
                    "cdebconf",
                    "debconf",
                    "dpkg",
                    "init-system-helpers",
                    "install-info",
                    "mount",
                    "openssl",
                    "passwd",
                    "perl-base",
                    "ucf",
                    "util-linux");

    private final Path database;
    private final Map<String, Installed> installed = new HashMap<>();
    private final Map<String, String> providers = new HashMap<>();

    private DebianPackages(Path database) {
        this.database = database;
    }

    /// @param architecture part of the name of the package's list of files where it is not `all`
    private record Installed(String name, String version, String architecture, String depends) {}

    /// @param database usually `/var/lib/dpkg`
    static DebianPackages read(Path database) throws IOException, RoomUnavailable {
        var status = database.resolve("status");
        if (!Files.isReadable(status)) {
            throw new RoomUnavailable(
                    "images are made from Debian's packages, and " + status + " cannot be read");
        }
        var packages = new DebianPackages(database);
        for (var paragraph : Files.readString(status, StandardCharsets.UTF_8).split("\n\n", -1)) {
            packages.add(fields(paragraph));
        }
        return packages;
    }

    private static Map<String, String> fields(String paragraph) {
        var fields = new HashMap<String, String>();
        for (var line : paragraph.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != ' ') {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private void add(Map<String, String> fields) {
        var name = fields.get("Package");
        if (name == null || !"install ok installed".equals(fields.get("Status"))) {
            return;
        }
        var one =
                new Installed(
                        name,
                        fields.getOrDefault("Version", ""),
                        fields.getOrDefault("Architecture", ""),
                        fields.getOrDefault("Pre-Depends", "")
                                + ","
                                + fields.getOrDefault("Depends", ""));
        // With two architectures of a package the first, the host's own, counts.
        installed.putIfAbsent(name, one);
        for (var provided : fields.getOrDefault("Provides", "").split(",", -1)) {
            providers.putIfAbsent(bare(provided), name);
        }
    }

    /// A dependency without version and architecture.
    private static String bare(String dependency) {
        return dependency.strip().replaceFirst("[ (:].*", "");
    }

    /// These packages and all that they need, with their versions.
    ///
    /// @throws RoomUnavailable if one is not installed
    SortedMap<String, String> closure(List<String> wanted) throws RoomUnavailable {
        var missing = wanted.stream().filter(name -> !installed.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new RoomUnavailable(
                    "the room's image needs packages that are not installed; run: apt-get install "
                            + String.join(" ", missing));
        }
        var found = new TreeMap<String, String>();
        var queue = new ArrayDeque<>(wanted);
        while (!queue.isEmpty()) {
            var one = java.util.Objects.requireNonNull(installed.get(queue.remove()));
            if (found.putIfAbsent(one.name(), one.version()) == null) {
                for (var dependency : one.depends().split(",", -1)) {
                    chosen(dependency).forEach(queue::add);
                }
            }
        }
        return found;
    }

    /// The first of the alternatives that is installed, if it is one to run.
    private List<String> chosen(String dependency) {
        for (var alternative : dependency.split("\\|", -1)) {
            var name = bare(alternative);
            var real = installed.containsKey(name) ? name : providers.getOrDefault(name, "");
            if (!real.isEmpty()) {
                return NOT_TO_RUN.contains(real) ? List.of() : List.of(real);
            }
        }
        return List.of();
    }

    /// The files of a package.
    List<Path> files(String name) throws IOException {
        var one = java.util.Objects.requireNonNull(installed.get(name), name);
        var list = database.resolve("info").resolve(name + ".list");
        if (!Files.exists(list)) {
            list = database.resolve("info").resolve(name + ":" + one.architecture() + ".list");
        }
        var files = new ArrayList<Path>();
        for (var line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            if (!line.equals("/.")) {
                files.add(Path.of(line));
            }
        }
        return files;
    }

    /// A link such as `libblas.so.3` that `update-alternatives` keeps, which is in no package.
    ///
    /// @param targets what it may lead to, where the file says it; it leads to one of them now
    record Alternative(Path link, List<Path> targets) {}

    List<Alternative> alternatives() throws IOException {
        var links = new ArrayList<Alternative>();
        try (var all = Files.list(database.resolve("alternatives"))) {
            for (var file : all.sorted().toList()) {
                links.addAll(alternatives(Files.readAllLines(file, StandardCharsets.UTF_8)));
            }
        }
        return links;
    }

    /// The second line is the link; names and links of what goes with it follow until an empty
    /// line. Then come the targets, each before a line with its priority.
    private static List<Alternative> alternatives(List<String> lines) {
        int header = lines.indexOf("");
        var targets = new ArrayList<Path>();
        for (int i = header + 1; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("/") && lines.get(i + 1).matches("-?[0-9]+")) {
                targets.add(Path.of(lines.get(i)));
            }
        }
        var links = new ArrayList<Alternative>();
        for (int i = 1; i < header; i += 2) {
            links.add(new Alternative(Path.of(lines.get(i)), i == 1 ? targets : List.<Path>of()));
        }
        return links;
    }
}
