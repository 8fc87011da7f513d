package io.databourse.mpc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.plugin.Dataset;
import io.databourse.plugin.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuisesTest {
    @Test
    void what_a_program_is_given_comes_by_turns_in_three_classes_and_does_the_same() {
        var rows = new MadeUpRows(0, 5);
        var classes = new ArrayList<Class<?>>();
        for (int turn = 0; turn < 6; turn++) {
            var given = Guises.of(Dataset.class, rows);
            assertThat(given.rowCount()).isEqualTo(5);
            classes.add(given.getClass());
        }
        assertThat(classes.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(classes.subList(3, 6)).isEqualTo(classes.subList(0, 3));
    }

    @Test
    void an_interrupt_comes_through_as_itself() {
        Progress interrupted =
                (_, _, _, _) -> {
                    throw new InterruptedException();
                };
        for (var given :
                List.of(
                        Guises.of(Progress.class, interrupted),
                        Guises.of(Progress.class, interrupted),
                        Guises.of(Progress.class, interrupted))) {
            assertThatThrownBy(() -> given.report("tagging", 0, 1, "rows"))
                    .isInstanceOf(InterruptedException.class);
        }
    }
}
