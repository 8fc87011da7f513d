package io.databourse.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.launcher.part.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void without_arguments_every_case_is_wanted() {
        BenchOptions options = BenchOptions.parse(List.of());

        assertThat(options.wants("psi", "proxy-1M")).isTrue();
        assertThat(options.json()).isEmpty();
    }

    @Test
    void a_name_and_a_case_narrow_it_down() {
        BenchOptions options =
                BenchOptions.parse(List.of("psi", "--only", "proxy-1M", "--json", "figures.json"));

        assertThat(options.wants("psi", "proxy-1M")).isTrue();
        assertThat(options.wants("psi", "proxy-10M")).isFalse();
        assertThat(options.wants("purchase", "proxy-1M")).isFalse();
        assertThat(options.json()).contains(Path.of("figures.json"));
    }

    @Test
    void what_it_does_not_know_is_refused() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--fast"))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> BenchOptions.parse(List.of("psi", "two")))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--only"))).isInstanceOf(Fault.class);
    }
}
