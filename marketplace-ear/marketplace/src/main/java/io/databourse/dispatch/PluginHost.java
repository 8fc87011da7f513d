package io.databourse.dispatch;

import io.databourse.crypto.Digest;
import io.databourse.plugin.ComputePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;

/// Loads the zips of one folder with PF4J.
///
/// The zips are copied first: PF4J unpacks beside them, and several instances may share the folder.
final class PluginHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

    private final PluginManager manager;
    private final Path work;
    private final List<OfferedPlugin> offers = new ArrayList<>();

    private PluginHost(Path work) {
        this.manager = new ApiOnlyPluginManager(work);
        this.work = work;
    }

    static PluginHost ofSystemProperty() {
        String folder = System.getProperty("bourse.plugins.dir", "");
        return of(folder.isBlank() ? List.of() : zips(Path.of(folder)));
    }

    static PluginHost of(List<Path> zips) {
        try {
            Path work = Files.createTempDirectory("bourse-plugins");
            PluginHost host = new PluginHost(work);
            for (Path zip : zips) {
                host.load(Files.copy(zip, work.resolve(zip.getFileName())));
            }
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException("the plugins cannot be loaded", e);
        }
    }

    List<ComputePlugin> plugins() {
        return manager.getExtensions(ComputePlugin.class);
    }

    List<OfferedPlugin> offers() {
        return List.copyOf(offers);
    }

    /// Unloads one by one: PF4J 3.15.0 throws ConcurrentModificationException when told to stop
    /// all.
    @Override
    public void close() {
        for (PluginWrapper plugin : List.copyOf(manager.getPlugins())) {
            manager.unloadPlugin(plugin.getPluginId());
        }
        try (Stream<Path> unpacked = Files.walk(work)) {
            for (Path file : unpacked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the unpacked plugins stay behind", e);
        }
    }

    /// A zip that is none takes itself out, not the others: whoever runs the exchange finds it in
    /// the log, and its tasks are not offered.
    private void load(Path zip) throws IOException {
        try {
            offer(zip);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    Level.ERROR,
                    "The plugin {0} cannot be loaded and is left out: {1}",
                    zip.getFileName(),
                    e);
        }
    }

    private void offer(Path zip) throws IOException {
        String hash = Digest.sha256(zip).toString();
        String id = manager.loadPlugin(zip);
        manager.startPlugin(id);
        offers.add(new OfferedPlugin(id, manager.getPlugin(id).getDescriptor().getVersion(), hash));
    }

    private static List<Path> zips(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Shows a plugin the JDK, the plugin API, PF4J and slf4j, and nothing of the exchange.
    private static final class ApiOnlyPluginManager extends DefaultPluginManager {
        private ApiOnlyPluginManager(Path folder) {
            super(folder);
        }

        @Override
        protected org.pf4j.PluginLoader createPluginLoader() {
            return new ApiOnlyPluginLoader(this);
        }
    }
}
