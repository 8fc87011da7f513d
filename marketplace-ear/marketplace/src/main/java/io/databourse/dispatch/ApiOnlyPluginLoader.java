package io.databourse.dispatch;

import io.databourse.plugin.ComputePlugin;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/// Gives each plugin a class loader that sees its own classes, the JDK and the plugin API.
final class ApiOnlyPluginLoader extends DefaultPluginLoader {
    ApiOnlyPluginLoader(PluginManager manager) {
        super(manager);
    }

    @Override
    protected PluginClassLoader createPluginClassLoader(
            Path pluginPath, PluginDescriptor pluginDescriptor) {
        return new PluginClassLoader(
                pluginManager, pluginDescriptor, new ApiOnly(), ClassLoadingStrategy.APD);
    }

    private static final class ApiOnly extends ClassLoader {
        private static final List<String> SHOWN =
                List.of("io.databourse.plugin.", "org.pf4j.", "org.slf4j.", "org.jspecify.");
        private static final ClassLoader HOST = ComputePlugin.class.getClassLoader();

        private ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                return HOST.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
