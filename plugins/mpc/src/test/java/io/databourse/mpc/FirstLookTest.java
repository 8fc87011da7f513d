package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.testkit.Attempts;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What owners are told of their keys before the long work.
class FirstLookTest {
    private static final List<String> CLEAN = List.of("13800000001", "13800000002");

    static List<TaskJobs> tasks() {
        return TaskJobs.all();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void nulls_unreadable_and_repeated_keys_are_told_with_numbers_before_anything_is_sent(
            TaskJobs task) {
        var bank =
                Arrays.<@Nullable String>asList(
                        null, "13800000001", "138-0000-0001", "1", "2", null, "13800000002", null);
        var said = said(job(task, bank, CLEAN));
        assertThat(
                        Objects.requireNonNull(said.get("p1")).stream()
                                .filter(each -> each.startsWith("found")))
                .containsExactly(
                        "found-null-keys 3", "found-unreadable-keys 2", "found-repeated-keys 1");
        assertThat(Objects.requireNonNull(said.get("p1")).indexOf("found-repeated-keys 1"))
                .isLessThan(firstOf(said, "sending", "masking", "intersecting", "copying"));
        assertThat(said.get("p2")).noneMatch(each -> each.startsWith("found"));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void an_owner_without_any_key_is_told_so_and_an_empty_intersection_is_no_failure(
            TaskJobs task) {
        var said = said(job(task, Arrays.<@Nullable String>asList(null, "x"), CLEAN));
        assertThat(said.get("p1")).contains("found-no-keys 2");
        assertThat(said(job(task, List.of(), CLEAN)).get("p1")).contains("found-no-keys 0");
        assertThat(said(job(task, CLEAN, List.of())).get("p2")).contains("found-no-keys 0");
    }

    @Test
    void of_a_long_input_the_first_rows_are_looked_at_before_all_are_gone_over() {
        var bank = new ArrayList<@Nullable String>();
        for (int i = 0; i < 100; i++) {
            bank.add(i % 10 == 0 ? null : i % 10 == 1 ? "13800000000" : "138%08d".formatted(i));
        }
        var job = job(TaskJobs.all().getFirst(), bank, CLEAN);
        try (var attempts = new Attempts(new Looking(), job)) {
            assertThat(attempts.run().reports().get("p1"))
                    .containsExactly("found-null-keys 4", "found-repeated-keys 3");
        }
    }

    /// Only looks: at an input that is longer than what is short, and at one that is not.
    private record Looking(ComputePlugin plugin) implements ComputePlugin {
        Looking() {
            this(new MpcPlugin());
        }

        @Override
        public PluginCard card() {
            return plugin.card();
        }

        @Override
        public Plan plan(TaskRequest request) {
            return plugin.plan(request);
        }

        @Override
        public PartyProgram program(String task, String role) {
            return context -> {
                if (context.self().receivesResult()) {
                    try (var tagger = new PlainTagger("test", context.jobId())) {
                        FirstLook.at(context, tagger, 99, 40);
                        FirstLook.at(context, tagger, 100, 40);
                    }
                }
                return new Outcome.Completed(1);
            };
        }
    }

    private static int firstOf(Map<String, List<String>> said, String... phases) {
        var all = Objects.requireNonNull(said.get("p1"));
        for (int i = 0; i < all.size(); i++) {
            var phase = all.get(i).substring(0, all.get(i).indexOf(' '));
            if (List.of(phases).contains(phase)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /// What each party is told in a job that ends well.
    private static Map<String, List<String>> said(TckCase job) {
        try (var attempts = new Attempts(new MpcPlugin(), job)) {
            var ended = attempts.run();
            assertThat(ended.outcomes().values())
                    .hasSize(job.players().size())
                    .allMatch(new Outcome.Completed(1)::equals);
            return ended.reports();
        }
    }

    private static TckCase job(
            TaskJobs task, List<? extends @Nullable String> bank, List<String> airline) {
        return task.job()
                .apply(
                        PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline))
                                .withParameters(new Parameters(Map.of("keyRules", "mobile-cn"))));
    }
}
