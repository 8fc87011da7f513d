package io.databourse.sandbox;

import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says whether a question or a script can be run as asked, and what it takes.
final class SandboxPlanner {
    /// Heap of the owner's program; the room has a limit of its own.
    private static final long MEMORY_BYTES = 256L << 20;

    /// A row of the copy that the room reads, as text.
    private static final long BYTES_PER_VALUE = 16;

    private static final long ROWS_PER_SECOND = 500_000;
    private static final long SECONDS_TO_START = 5;

    private final TaskRequest request;
    private final List<Plan.Problem> problems = new ArrayList<>();

    private SandboxPlanner(TaskRequest request) {
        this.request = request;
    }

    static Plan plan(TaskRequest request) {
        var planner = new SandboxPlanner(request);
        planner.check();
        return planner.problems.isEmpty()
                ? new Plan.Accepted(
                        planner.estimate(),
                        request.task().equals(Names.QUERY)
                                ? QueryCard.disclosure()
                                : ScriptCard.disclosure())
                : new Plan.Refused(planner.problems);
    }

    private void check() {
        switch (request.task()) {
            case Names.QUERY -> problems.addAll(ParameterCheck.query(request.parameters()));
            case Names.SCRIPT -> problems.addAll(ParameterCheck.script(request.parameters()));
            default -> {
                problem("task", "没有此任务", "there is no such task");
                return;
            }
        }
        checkRoles();
        data().ifPresent(this::checkColumns);
        if (problems.isEmpty() && request.parameters().has(Names.RULES)) {
            RoomRules.parse(request.parameters().text(Names.RULES))
                    .others()
                    .forEach(this::checkTable);
        }
    }

    /// A further table must be there, with the columns that its rules name.
    private void checkTable(String name, Rules rules) {
        var subject = Names.RULES + "/tables/" + name;
        var card = inputs().get(name);
        if (card == null) {
            problem(subject, "没有此表", "there is no such table");
            return;
        }
        for (var column : rules.columns().keySet()) {
            if (!card.schema().has(column)) {
                problem(subject + "/" + column, "没有此列", "there is no such column");
            }
        }
    }

    private void checkRoles() {
        if (request.inRole(Names.DATA).size() != 1) {
            problem(Names.DATA, "须有且仅有一个数据方", "there must be one data owner");
        }
        if (request.inRole(Names.RESULT).size() != 1) {
            problem(Names.RESULT, "须有且仅有一个结果方", "there must be one consumer");
        }
        if (request.participants().size() > 2) {
            problem("roles", "参与方过多", "there are too many parties");
        }
        var receivers =
                request.participants().stream()
                        .filter(each -> each.party().receivesResult())
                        .map(each -> each.party().role())
                        .toList();
        if (!receivers.equals(List.of(Names.RESULT))) {
            problem("receivesResult", "须由结果方接收结果", "the consumer must receive the result");
        }
        if (request.inRole(Names.DATA).size() == 1 && data().isEmpty()) {
            problem(Names.DATA, "缺少数据", "its data is missing");
        }
    }

    private void checkColumns(DatasetCard card) {
        var columns = card.columns(ColumnUse.RESULT);
        if (columns.isEmpty() || columns.size() > Roles.MOST_COLUMNS) {
            problem("result", "须指定 1 至 256 个可见列", "name 1 to 256 columns that the room may see");
        }
        for (var column : columns) {
            if (!card.schema().has(column)) {
                problem("result/" + column, "没有此列", "there is no such column");
            }
        }
    }

    private Optional<DatasetCard> data() {
        return Optional.ofNullable(inputs().get(PartyContext.INPUT));
    }

    private Map<String, DatasetCard> inputs() {
        return request.inRole(Names.DATA).stream()
                .findFirst()
                .map(TaskRequest.Participant::inputs)
                .orElse(Map.of());
    }

    private Estimate estimate() {
        var copy = inputs().values().stream().mapToLong(SandboxPlanner::bytes).sum();
        var rows = inputs().values().stream().mapToLong(DatasetCard::rowCount).sum();
        var parties =
                request.participants().stream()
                        .map(each ->
                                each.party().role().equals(Names.DATA)
                                        ? new Estimate.PartyEstimate(
                                                each.party().id(),
                                                Handover.MOST_BYTES,
                                                MEMORY_BYTES,
                                                copy)
                                        : new Estimate.PartyEstimate(
                                                each.party().id(),
                                                1024,
                                                MEMORY_BYTES,
                                                Handover.MOST_BYTES))
                        .toList();
        var seconds = SECONDS_TO_START + rows / ROWS_PER_SECOND;
        return new Estimate(1, Duration.ofSeconds(seconds), parties);
    }

    private static long bytes(DatasetCard card) {
        return Math.multiplyExact(
                Math.min(card.rowCount(), 1L << 40),
                card.columns(ColumnUse.RESULT).size() * BYTES_PER_VALUE);
    }

    private void problem(String subject, String zh, String en) {
        problems.add(new Plan.Problem(subject, new Text(zh, en)));
    }
}
