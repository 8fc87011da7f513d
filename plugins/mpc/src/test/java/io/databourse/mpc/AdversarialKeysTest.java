package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys that are hard on an implementation, in every task. (Tags that agree in their first bits or
/// fall into one bucket cannot be made from keys; `TagRunsTest` and `BucketReaderTest` have them.)
class AdversarialKeysTest {

    static List<TaskJobs> tasks() {
        return TaskJobs.all();
    }

    @Test
    void every_task_of_the_plugin_is_among_them() {
        assertThat(tasks().stream().map(TaskJobs::toString).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(
                        new MpcPlugin().card().tasks().stream().map(task -> task.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void very_long_keys_match_only_if_they_are_the_same_to_the_end(TaskJobs task) {
        var text = "长".repeat(100_000);
        var job =
                task.on(
                        List.of(text, text + "1", "x".repeat(300_000), "y".repeat(65_536), "z"),
                        List.of(text + "1", text + "2", "y".repeat(65_537), "x".repeat(300_000)));
        task.check(job);
        task.checkNoSecretIsSeen(job);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void characters_of_four_bytes_match_only_themselves(TaskJobs task) {
        task.check(
                task.on(
                        List.of(
                                "\uD83D\uDE00", // one emoji
                                "\uD83D\uDE00\uD83D\uDE00",
                                "\uD840\uDC00张", // beyond the basic plane
                                "\uD83D\uDC68\u200D\uD83D\uDC69", // joined by a character without
                                // width
                                "\uD83D\uDC68\uD83D\uDC69",
                                "\uDBFF\uDFFD"),
                        List.of(
                                "\uD83D\uDE01",
                                "\uD83D\uDE00\uD83D\uDE00",
                                "\uD840\uDC00张",
                                "\uD840\uDC01张",
                                "\uD83D\uDC68\uD83D\uDC69",
                                "\uDBFF\uDFFD")));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void keys_that_are_the_same_after_normalisation_are_one_key(TaskJobs task) {
        task.check(
                task.on(
                        List.of(
                                "\u212B", // Angstrom sign, letter A with ring, A and a ring
                                " \u00C5",
                                "A\u030A\u3000",
                                "q\u0307\u0323", // dots above and below in either order
                                "\uD55C", // a syllable of Hangul and its letters
                                "\t13800000000\r\n",
                                "\u001F7\u001F"),
                        List.of(
                                "\u00C5",
                                "q\u0323\u0307",
                                "\u1112\u1161\u11AB",
                                "13800000000",
                                "7")));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void keys_that_only_look_the_same_stay_different(TaskJobs task) {
        task.check(
                task.on(
                        List.of(
                                "a", "\uFB01", "１２", "a\u00A0", "01", "a\0", "", "a\u200B",
                                "\u0430"),
                        List.of("A", "fi", "12", "1", "a\0\0", "\0", "a ")));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void one_key_in_very_many_rows_is_one_match(TaskJobs task) {
        var bank = new ArrayList<>(Collections.nCopies(30_000, "13800000000"));
        bank.addAll(List.of("13800000001", "13800000002"));
        var airline = new ArrayList<>(Collections.nCopies(10_000, "13800000000"));
        airline.add("13800000002");
        task.check(task.on(bank, airline));
    }
}
