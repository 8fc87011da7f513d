package io.databourse.node.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip with a plugin that is trouble.
final class TroubleZip {
    private TroubleZip() {}

    /// Installs it.
    ///
    /// @return its class path
    static List<Path> install(Path folder, Class<? extends TroublePlugin> plugin)
            throws IOException {
        var zips = Files.createDirectories(folder.resolve("plugins"));
        write(zips.resolve("trouble.zip"), plugin);
        var plugins = new InstalledPlugins(zips, folder.resolve("unpacked"));
        return plugins.classPath(plugins.find("trouble").orElseThrow());
    }

    private static void write(Path zip, Class<? extends TroublePlugin> plugin) throws IOException {
        var types = new LinkedHashSet<Class<?>>(List.of(TroublePlugin.class));
        types.add(plugin);
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("plugin.properties"));
            out.write("plugin.id=trouble\nplugin.version=0.1.0\n".getBytes(UTF_8));
            out.putNextEntry(new ZipEntry("classes/META-INF/extensions.idx"));
            out.write((plugin.getName() + "\n").getBytes(UTF_8));
            for (var type : types) {
                var file = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry("classes/" + file));
                try (var in = type.getClassLoader().getResourceAsStream(file)) {
                    Objects.requireNonNull(in).transferTo(out);
                }
            }
        }
    }
}
