package io.databourse.node.child;

import io.databourse.plugin.ComputePlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Loads the one plugin of a child. It sees the JDK and the plugin API, its own classes, and
/// nothing of the node.
final class PluginLoader {
    /// PF4J's annotation processor writes the names of a plugin's extensions here.
    private static final String INDEX = "META-INF/extensions.idx";

    private PluginLoader() {}

    /// @throws IllegalStateException if there is not exactly one [ComputePlugin]
    static ComputePlugin load(List<Path> path) throws IOException, ReflectiveOperationException {
        var urls = new ArrayList<URL>();
        for (var entry : path) {
            urls.add(url(entry));
        }
        // The loader lives as long as the process, so nobody closes it.
        var loader = new URLClassLoader(urls.toArray(URL[]::new), new ApiOnly());
        var plugins = new ArrayList<ComputePlugin>();
        for (var name : extensions(loader)) {
            var type = loader.loadClass(name);
            if (ComputePlugin.class.isAssignableFrom(type)) {
                plugins.add((ComputePlugin) type.getDeclaredConstructor().newInstance());
            }
        }
        if (plugins.size() != 1) {
            throw new IllegalStateException("the zip holds " + plugins.size() + " plugins, not 1");
        }
        return plugins.getFirst();
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static List<String> extensions(ClassLoader loader) throws IOException {
        var names = new ArrayList<String>();
        for (var index : Collections.list(loader.getResources(INDEX))) {
            try (var in = index.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        }
        return names.stream().distinct().toList();
    }

    /// Shows a plugin the JDK's platform classes, the API, and DuckDB where the plugin needs it:
    /// only then is it on the class path.
    private static final class ApiOnly extends ClassLoader {
        private static final List<String> API =
                List.of(
                        "io.databourse.plugin.",
                        "org.pf4j.",
                        "org.slf4j.",
                        "org.jspecify.",
                        "org.duckdb.");

        ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (API.stream().anyMatch(name::startsWith)) {
                return PluginLoader.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
