package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path root;

    @Test
    void the_state_lives_below_the_root_unless_it_is_moved() {
        assertThat(Settings.load(root, Map.of()).home().directory())
                .isEqualTo(root.resolve(".bourse"));

        Path elsewhere = root.resolve("second");
        Settings moved = Settings.load(root, Map.of("BOURSE_HOME", elsewhere.toString()));
        assertThat(moved.home().directory()).isEqualTo(elsewhere);
        assertThat(moved.servers()).isEqualTo(root.resolve(".bourse/servers"));
    }

    @Test
    void an_outside_database_is_remembered_without_its_password() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "BOURSE_DB_URL", "jdbc:postgresql://db:5432/bourse",
                        "BOURSE_DB_USER", "me",
                        "BOURSE_DB_PASSWORD", "hidden");

        Settings.load(root, environment).remember();

        assertThat(Settings.load(root, Map.of()).database())
                .contains(new Database("jdbc:postgresql://db:5432/bourse", "me", ""));
        assertThat(Files.readString(root.resolve(".bourse/config.properties")))
                .doesNotContain("hidden");
    }

    @Test
    void another_kind_of_database_is_refused() {
        assertThatThrownBy(() -> Settings.load(root, Map.of("BOURSE_DB_URL", "jdbc:mysql://db/b")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void a_database_does_not_show_its_password() {
        assertThat(new Database("jdbc:postgresql://db/b", "me", "hidden").toString())
                .doesNotContain("hidden");
    }
}
