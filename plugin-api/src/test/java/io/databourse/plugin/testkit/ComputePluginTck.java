package io.databourse.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The tests that every batch task of every plugin passes. Extend it once a task, name the plugin,
/// an ordinary job and the clear-text twin, and add the tests that are the task's own.
///
/// All parties run in this JVM, each on its own thread, over channels that hold two messages, so a
/// protocol that needs more than that to be on its way hangs here and not at a customer's.
public interface ComputePluginTck {

    ComputePlugin plugin();

    /// A small job that completes, with a result that is not empty. Some values in it are at least
    /// eight characters long, or numbers of at least ten digits: these are the planted secrets.
    TckCase usual();

    /// The clear-text twin: what must come out of any variation of the usual job.
    Expectation clearText(TckCase job);

    /// The task's card.
    default TaskCard card() {
        return plugin().card().task(usual().task()).orElseThrow();
    }

    @Test
    default void the_result_is_that_of_the_clear_text_twin() {
        var run = check(usual());
        assertThat(usual().players())
                .as("the usual job completes")
                .allSatisfy(player ->
                        assertThat(run.party(player.party().id()).outcome())
                                .isInstanceOf(Outcome.Completed.class));
    }

    @Test
    default void no_secret_is_seen_on_any_channel() {
        assertThat(Secrets.of(usual()).isEmpty()).as("the usual job plants no secret").isFalse();
        checkNoSecretIsSeen(usual());
    }

    @Test
    default void no_secret_lies_at_a_party_without_data() {
        var secrets = Secrets.of(usual());
        var run = TckRun.of(plugin(), usual(), Fault.NONE);
        usual().players().stream()
                .filter(player -> player.inputs().isEmpty() && !player.party().receivesResult())
                .forEach(player ->
                        run.party(player.party().id())
                                .filesLeft()
                                .forEach((file, bytes) ->
                                        assertThat(secrets.in(bytes)).as(file).isEmpty()));
    }

    @Test
    default void empty_input_is_not_an_error() {
        check(usual().withData("", data -> data.withRows(rows -> List.of())));
        for (var player : usual().players()) {
            if (!player.inputs().isEmpty()) {
                check(
                        usual().withData(
                                        player.party().id(),
                                        data -> data.withRows(rows -> List.of())));
            }
        }
    }

    @Test
    default void duplicate_rows_give_what_the_twin_says() {
        check(usual().withData("", data -> data.withRows(ComputePluginTck::twice)));
    }

    @Test
    default void null_values_give_what_the_twin_says() {
        check(usual().withData("", ComputePluginTck::withNulls));
    }

    @Test
    default void a_run_counts_and_learns_only_what_the_card_says() {
        var run = TckRun.of(plugin(), usual(), Fault.NONE);
        for (var player : usual().players()) {
            var meter = run.party(player.party().id()).context().meter();
            assertThat(card().meters()).containsAll(meter.counts.keySet());
            assertThat(
                            card().disclosure().sizes().stream()
                                    .filter(size -> size.role().equals(player.party().role()))
                                    .map(Disclosure.Size::name))
                    .as("sizes disclosed to " + player.party())
                    .containsAll(meter.sizes.keySet());
        }
    }

    @Test
    default void a_run_sends_no_more_than_was_estimated() {
        var plan = plugin().plan(usual().request());
        assertThat(plan).isInstanceOf(Plan.Accepted.class);
        if (plan instanceof Plan.Accepted(var estimate, var disclosure)) {
            assertThat(disclosure.learns().keySet()).isEqualTo(roleNames());
            var run = TckRun.of(plugin(), usual(), Fault.NONE);
            assertThat(estimate.parties()).hasSameSizeAs(usual().players());
            for (var party : estimate.parties()) {
                var sent =
                        run.party(party.party()).context().channels().values().stream()
                                .mapToLong(MemoryChannel::bytesSent)
                                .sum();
                assertThat(sent).as(party.party()).isLessThanOrEqualTo(party.bytesSent());
            }
        }
    }

    @Test
    default void the_card_is_consistent() {
        assertThat(card().disclosure().learns().keySet()).isEqualTo(roleNames());
        assertThat(card().disclosure().sizes())
                .allSatisfy(size -> assertThat(roleNames()).contains(size.role()));
        assertThat(card().parametersSchema().strip()).startsWith("{").endsWith("}");
        assertThat(usual().parameters().values().keySet())
                .allSatisfy(
                        name -> assertThat(card().parametersSchema()).contains('"' + name + '"'));
        for (var role : card().roles()) {
            assertThat(usual().request().inRole(role.name()))
                    .as(role.name())
                    .hasSizeBetween(role.minimum(), role.maximum());
        }
        assertThat(plugin().card()).isEqualTo(plugin().card());
    }

    @Test
    default void a_plan_without_a_needed_role_is_refused() {
        for (var role : card().roles()) {
            if (role.minimum() > 0) {
                var request = usual().request();
                var others =
                        request.participants().stream()
                                .filter(each -> !each.party().role().equals(role.name()))
                                .toList();
                assertRefused(new TaskRequest(request.task(), request.parameters(), others));
            }
        }
    }

    @Test
    default void a_plan_for_an_unknown_task_or_role_is_refused() {
        var request = usual().request();
        assertRefused(
                new TaskRequest("no-such-task", request.parameters(), request.participants()));
        assertThatThrownBy(() -> plugin().program(usual().task(), "NO_SUCH_ROLE"))
                .isInstanceOf(IllegalArgumentException.class);
        var role = card().roles().getFirst().name();
        assertThatThrownBy(() -> plugin().program("no-such-task", role))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void a_plan_with_parameters_that_make_no_sense_does_not_throw() {
        var request = usual().request();
        for (var name : usual().parameters().values().keySet()) {
            var nonsense = new Parameters(Map.of(name, "\u0000 nonsense \uFFFD"));
            assertThat(
                            plugin().plan(
                                            new TaskRequest(
                                                    request.task(),
                                                    nonsense,
                                                    request.participants())))
                    .isNotNull();
        }
    }

    @Test
    default void a_peer_that_disconnects_at_any_message_fails_the_job() {
        everywhere(Fault.Kind.DISCONNECT);
    }

    @Test
    default void a_run_can_be_cancelled_at_any_message() {
        everywhere(Fault.Kind.CANCEL);
    }

    @Test
    default void a_torn_message_never_gives_a_wrong_result() {
        everywhere(Fault.Kind.TEAR);
    }

    /// Runs a job and looks for every value of every input in all that was sent.
    default void checkNoSecretIsSeen(TckCase job) {
        var secrets = Secrets.of(job);
        TckRun.of(plugin(), job, Fault.NONE)
                .transcripts()
                .forEach((link, bytes) -> assertThat(secrets.in(bytes)).as(link).isEmpty());
    }

    /// Runs a job and compares everything with the clear-text twin.
    default TckRun check(TckCase job) {
        var expected = clearText(job);
        var run = TckRun.of(plugin(), job, Fault.NONE);
        for (var player : job.players()) {
            var ended = run.party(player.party().id());
            if (ended.thrown() != null) {
                fail("party " + player.party() + " threw", ended.thrown());
            }
            assertThat(ended.outcome())
                    .as("outcome of " + player.party())
                    .matches(
                            outcome -> outcome != null && expected.matches(outcome), "as expected");
            checkTable(expected, player, ended);
        }
        return run;
    }

    private void checkTable(Expectation expected, TckCase.Player player, TckRun.Ended ended) {
        var table = expected.tables().get(player.party().id());
        var sink = ended.context().sink();
        if (expected.outcome() instanceof Outcome.Completed && table != null) {
            assertThat(sink.begun()).as("a result has begun").isTrue();
            assertThat(sink.rows()).as("result of " + player.party()).isEqualTo(table);
        } else {
            assertThat(sink.begun()).as("a result at " + player.party()).isFalse();
        }
        var id = player.party().id();
        if (expected.outcome() instanceof Outcome.Completed) {
            assertThat(ended.context().files())
                    .as("files of " + player.party())
                    .isEqualTo(expected.files().getOrDefault(id, Map.of()));
            assertThat(ended.context().heldNames())
                    .as("held for the reviewers of " + player.party())
                    .isEqualTo(expected.held().getOrDefault(id, Set.of()));
            var awaits = player.party().receivesResult() && !expected.held().isEmpty();
            assertThat(sink.awaited()).as("awaits a review: " + player.party()).isEqualTo(awaits);
        }
    }

    private void everywhere(Fault.Kind kind) {
        var usual = TckRun.of(plugin(), usual(), Fault.NONE);
        for (var player : usual().players()) {
            var id = player.party().id();
            for (int operation = 1; operation <= usual.party(id).operations(); operation++) {
                survive(new Fault(kind, id, operation), usual);
            }
        }
    }

    private void survive(Fault fault, TckRun usual) {
        var expected = clearText(usual());
        var run = TckRun.of(plugin(), usual(), fault);
        for (var player : usual().players()) {
            var id = player.party().id();
            var ended = run.party(id);
            if (usual.party(id).context().meter().keysDestroyed) {
                assertThat(ended.context().meter().keysDestroyed)
                        .as("keys destroyed at " + id + " after " + fault)
                        .isTrue();
            }
            if (ended.outcome() instanceof Outcome.Completed) {
                checkTable(expected, player, ended);
            } else if (id.equals(fault.party()) && fault.kind() == Fault.Kind.CANCEL) {
                assertThat(ended.thrown())
                        .as("cancelled: " + fault)
                        .isInstanceOf(InterruptedException.class);
            } else if (!(ended.thrown() instanceof Fault.Died)) {
                if (ended.thrown() != null) {
                    fail("party " + id + " threw after " + fault, ended.thrown());
                }
                assertThat(ended.outcome())
                        .as("outcome of " + id + " after " + fault)
                        .matches(
                                outcome ->
                                        outcome instanceof Outcome.Failed(var blame, _)
                                                && blame == Outcome.Blame.COUNTERPARTY,
                                "blames the counterparty");
            }
        }
    }

    private void assertRefused(TaskRequest request) {
        assertThat(plugin().plan(request)).isInstanceOf(Plan.Refused.class);
    }

    private Set<String> roleNames() {
        return card().roles().stream().map(TaskCard.Role::name).collect(Collectors.toSet());
    }

    private static List<List<@Nullable Object>> twice(List<List<@Nullable Object>> rows) {
        var all = new ArrayList<>(rows);
        all.addAll(rows);
        return all;
    }

    private static MemoryDataset withNulls(MemoryDataset data) {
        var nullable =
                data.schema().columns().stream()
                        .filter(Schema.Column::nullable)
                        .map(column -> data.index(column.name()))
                        .toList();
        return data.withRows(rows -> {
            var changed = new ArrayList<List<@Nullable Object>>();
            for (int i = 0; i < rows.size(); i++) {
                List<@Nullable Object> row = new ArrayList<>(rows.get(i));
                if (i % 3 == 0) {
                    nullable.forEach(index -> row.set(index, null));
                }
                changed.add(row);
            }
            return changed;
        });
    }
}
