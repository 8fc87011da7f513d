package io.databourse.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.harness.TestPlugin;
import io.databourse.plugin.ComputePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {
    @Test
    void a_zip_is_offered_with_its_version_and_hash() throws IOException {
        Path zip = TestPlugin.zipped().resolve("mpc-0.1.0.zip");
        try (PluginHost host = PluginHost.of(List.of(zip))) {
            assertThat(host.offers())
                    .containsExactly(
                            new OfferedPlugin("mpc", "0.1.0", Digest.sha256(zip).toString()));
            assertThat(host.plugins())
                    .singleElement()
                    .satisfies(plugin -> assertThat(plugin.card().id()).isEqualTo("mpc"));
        }
    }

    @Test
    void a_zip_that_is_none_does_not_keep_the_others_out(@TempDir Path folder) throws IOException {
        Path broken = Files.createFile(folder.resolve("broken-1.0.0.zip"));
        Path zip = TestPlugin.zipped().resolve("mpc-0.1.0.zip");
        try (PluginHost host = PluginHost.of(List.of(broken, zip))) {
            assertThat(host.offers()).extracting(OfferedPlugin::id).containsExactly("mpc");
        }
    }

    @Test
    void a_plugin_does_not_see_the_exchange() throws IOException {
        Path zip = TestPlugin.zipped().resolve("mpc-0.1.0.zip");
        try (PluginHost host = PluginHost.of(List.of(zip))) {
            ComputePlugin plugin = host.plugins().getFirst();
            ClassLoader loader = plugin.getClass().getClassLoader();

            assertThat(loader).isNotEqualTo(PluginHost.class.getClassLoader());
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> loader.loadClass("io.databourse.dispatch.JobService")))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> loader.loadClass("jakarta.persistence.EntityManager")))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void without_zips_nothing_is_offered() {
        try (PluginHost host = PluginHost.of(List.of())) {
            assertThat(host.offers()).isEmpty();
        }
    }
}
