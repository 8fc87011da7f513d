package io.databourse.mpc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.mpc.MpcPlugin;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private final ComputePlugin plugin = new MpcPlugin();

    @TempDir Path folder;

    @Test
    void a_run_among_three_finds_the_common_half() throws Exception {
        assertThat(Rehearsal.run(plugin::program, "psi", 1000, folder, (_, _, _) -> {}))
                .isEqualTo(500);
    }

    @Test
    void a_run_between_two_finds_the_common_half() throws Exception {
        assertThat(Rehearsal.run(plugin::program, "psi-distributed", 1000, folder, (_, _, _) -> {}))
                .isEqualTo(500);
    }

    @Test
    @Timeout(300)
    void a_party_that_fails_ends_the_run_for_all() {
        assertThatThrownBy(() ->
                        Rehearsal.run(new Failing()::program, "psi", 1000, folder, (_, _, _) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("forgot the text");
    }

    /// Its compute node does not know what to do; the owners wait for it.
    private record Failing() implements ComputePlugin {
        @Override
        public PluginCard card() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Plan plan(TaskRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PartyProgram program(String task, String role) {
            if (role.equals("COMPUTE")) {
                return _ -> {
                    throw new IllegalStateException("forgot the text");
                };
            }
            return new MpcPlugin().program(task, role);
        }
    }
}
