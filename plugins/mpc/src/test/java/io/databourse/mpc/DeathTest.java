package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Progress;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.WorkMeter;
import io.databourse.plugin.testkit.Attempts;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever process of whatever task dies when: the next attempt ends like a job in which nothing
/// went wrong. It has the twin's result, and its report counts the work once, whether it was done
/// again or taken from what was kept.
class DeathTest {
    private static final int COMMON = 12;

    static List<TaskJobs> tasks() {
        return TaskJobs.all();
    }

    /// All but those that go by buckets, whose messages are many and whose attempts cost seconds;
    /// their deaths are tried by phase here, and by bucket in [ResumeTest].
    static List<TaskJobs> cheap() {
        return tasks().stream()
                .filter(task ->
                        card(task).deployment() == TaskCard.Deployment.PROXY || !isResumable(task))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cheap")
    void a_death_at_any_message_of_any_party_changes_nothing_in_the_end(TaskJobs task) {
        var job = dirty(task);
        var undisturbed = undisturbed(task, job);
        undisturbed
                .operations()
                .forEach((party, operations) -> {
                    for (int operation = 1; operation <= operations; operation += step(task)) {
                        try (var attempts = new Attempts(task.plugin(), job)) {
                            var died = attempts.dieAt(party, operation);
                            assertThat(died.outcomes()).doesNotContainKey(party);
                            assertSame(attempts.run(), undisturbed);
                        }
                    }
                });
    }

    /// Where each attempt multiplies in a group, every third message is enough.
    private static int step(TaskJobs task) {
        return isResumable(task) ? 1 : 3;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void a_death_in_any_phase_at_any_party_changes_nothing_in_the_end(TaskJobs task) {
        var job = dirty(task);
        var undisturbed = undisturbed(task, job);
        undisturbed
                .reports()
                .forEach((party, reports) ->
                        reports.stream()
                                .map(report -> report.substring(0, report.indexOf(' ')))
                                .filter(phase -> !phase.startsWith(Progress.FOUND))
                                .distinct()
                                .forEach(phase -> {
                                    try (var attempts = new Attempts(task.plugin(), job)) {
                                        var died = attempts.dieIn(party, phase, 0);
                                        assertThat(died.outcomes()).doesNotContainKey(party);
                                        assertSame(attempts.run(), undisturbed);
                                    }
                                }));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void tags_are_kept_if_and_only_if_the_card_says_that_a_run_can_go_on(TaskJobs task) {
        var job = dirty(task);
        var last = Objects.requireNonNull(undisturbed(task, job).operations().get("p1"));
        try (var attempts = new Attempts(task.plugin(), job)) {
            attempts.dieAt("p1", last);
            var ended = attempts.run();
            boolean again =
                    ended.reports().values().stream()
                            .flatMap(List::stream)
                            .anyMatch(report -> report.startsWith("tagging"));
            assertThat(again).isEqualTo(!isResumable(task));
        }
    }

    private static boolean isResumable(TaskJobs task) {
        return card(task).resumable();
    }

    private static TaskCard card(TaskJobs task) {
        return task.plugin().card().tasks().stream()
                .filter(card -> card.name().equals(task.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Attempts.Ended undisturbed(TaskJobs task, TckCase job) {
        try (var attempts = new Attempts(task.plugin(), job)) {
            var ended = attempts.run();
            assertThat(ended.outcomes().values())
                    .hasSize(job.players().size())
                    .allMatch(new Outcome.Completed(1)::equals);
            assertThat(ended.rows().get("p1"))
                    .isNotEmpty()
                    .isEqualTo(task.clearText(job).tables().get("p1"));
            assertThat(ended.counts().get("p1"))
                    .isEqualTo(
                            Map.of(
                                    WorkMeter.INPUT_ROWS, COMMON + 16L,
                                    WorkMeter.NULL_KEYS, 1L,
                                    OwnTags.UNREADABLE_KEYS, 2L,
                                    WorkMeter.DUPLICATE_KEYS, 3L));
            return ended;
        }
    }

    private static void assertSame(Attempts.Ended ended, Attempts.Ended undisturbed) {
        assertThat(ended.outcomes()).isEqualTo(undisturbed.outcomes());
        assertThat(ended.rows()).isEqualTo(undisturbed.rows());
        assertThat(ended.counts()).isEqualTo(undisturbed.counts());
        assertThat(ended.learned()).isEqualTo(undisturbed.learned());
    }

    /// Both owners have twelve numbers, and ten that the other lacks; the bank also has a NULL, two
    /// values that are no mobile numbers, and three numbers in another spelling.
    private static TckCase dirty(TaskJobs task) {
        var bank = new ArrayList<@Nullable String>();
        var airline = new ArrayList<@Nullable String>();
        for (int i = 0; i < COMMON + 10; i++) {
            bank.add("138%08d".formatted(i));
            airline.add("138%08d".formatted(i < COMMON ? i : i + 1000));
        }
        bank.add(3, null);
        bank.add(7, "13800");
        bank.add("n/a");
        bank.add(1, "+86 138-0000-0002");
        bank.add("138 0000 0003");
        bank.add("86 138 0000 0020");
        airline.add(5, null);
        airline.add("138 0000 0004");
        var parameters = new HashMap<String, String>(Map.of("keyRules", "mobile-cn"));
        if (task.toString().equals("psi-verified")) {
            parameters.put("dummies", "8");
        }
        return task.job()
                .apply(
                        PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline))
                                .withParameters(new Parameters(parameters)));
    }
}
