package io.databourse.mpc;

import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Says whether an intersection can be run as asked, and what it takes.
final class PsiPlanner {
    /// Heap of a party: the sort buffer, the merge buffers and the JVM's own.
    static final long MEMORY_BYTES = 256L << 20;

    /// Sorted runs, the sorted tags and the row numbers lie on disk together for a while.
    static final long WORKSPACE_BYTES_PER_ROW = 50;

    private static final long ROWS_PER_SECOND = 400_000;

    private final TaskRequest request;
    private final boolean distributed;
    private final List<Plan.Problem> problems = new ArrayList<>();

    private PsiPlanner(TaskRequest request) {
        this.request = request;
        this.distributed = request.task().equals(DistributedCard.TASK);
    }

    static Plan plan(TaskRequest request) {
        var planner = new PsiPlanner(request);
        planner.check();
        return planner.problems.isEmpty() ? planner.accepted() : new Plan.Refused(planner.problems);
    }

    private Plan accepted() {
        return distributed
                ? new Plan.Accepted(
                        DistributedEstimate.of(request, Duration.ofSeconds(seconds())),
                        DistributedCard.disclosure())
                : new Plan.Accepted(estimate(), PsiCard.disclosure());
    }

    private void check() {
        if (!request.task().equals(PsiCard.TASK) && !distributed) {
            problem("task", "没有此任务", "there is no such task");
            return;
        }
        checkParameters();
        if (checkRoles()) {
            request.inRole(PsiCard.DATA).forEach(this::checkData);
            checkSameJoin();
        }
    }

    private void checkParameters() {
        var parameters = request.parameters();
        for (var name : parameters.values().keySet()) {
            if (!name.equals(Parameters.MINIMUM_RESULT_SIZE)) {
                problem(name, "没有此参数", "there is no such parameter");
            }
        }
        if (parameters.has(Parameters.MINIMUM_RESULT_SIZE)
                && parameters.whole(Parameters.MINIMUM_RESULT_SIZE).orElse(-1) < 0) {
            problem(
                    Parameters.MINIMUM_RESULT_SIZE,
                    "最小结果数须为不小于 0 的整数",
                    "the minimum result size is a whole number from 0");
        }
    }

    private boolean checkRoles() {
        int before = problems.size();
        if (request.inRole(PsiCard.DATA).size() != 2) {
            problem(PsiCard.DATA, "须有两个数据方", "there must be two data owners");
        }
        int computes = distributed ? 0 : 1;
        if (distributed && !request.inRole(PsiCard.COMPUTE).isEmpty()) {
            problem(PsiCard.COMPUTE, "两方直连不需要计算节点", "two owners need no compute node");
        } else if (request.inRole(PsiCard.COMPUTE).size() != computes) {
            problem(PsiCard.COMPUTE, "须有一个计算节点", "there must be one compute node");
        }
        if (request.participants().size() > 2 + computes) {
            problem("roles", "参与方过多", "there are too many parties");
        }
        var receivers =
                request.participants().stream()
                        .filter(each -> each.party().receivesResult())
                        .toList();
        if (receivers.size() != 1 || !receivers.getFirst().party().role().equals(PsiCard.DATA)) {
            problem("receivesResult", "须由一个数据方接收结果", "one data owner must receive the result");
        }
        return problems.size() == before;
    }

    private void checkData(TaskRequest.Participant participant) {
        var party = participant.party();
        var card = participant.inputs().get(PartyContext.INPUT);
        if (card == null) {
            problem(party.id(), "缺少数据", "its data is missing");
            return;
        }
        var join = card.columns(ColumnUse.JOIN);
        if (join.isEmpty() || join.size() > PsiCard.MOST_JOIN_COLUMNS) {
            problem(party.id() + "/join", "须指定 1 至 8 个连接列", "name 1 to 8 join columns");
        }
        checkColumns(party.id(), card, join, PsiCard.JOIN_TYPES);
        var result = card.columns(ColumnUse.RESULT);
        if (party.receivesResult() == result.isEmpty()) {
            problem(
                    party.id() + "/result",
                    "结果列由结果方指定，且仅由结果方指定",
                    "the receiver names result columns of its own, and nobody else does");
        }
        checkColumns(party.id(), card, result, Set.of(Schema.Type.values()));
    }

    private void checkColumns(
            String party, DatasetCard card, List<String> names, Set<Schema.Type> types) {
        for (var name : names) {
            if (!card.schema().has(name)) {
                problem(party + "/" + name, "没有此列", "there is no such column");
            } else if (!types.contains(card.schema().column(name).type())) {
                problem(
                        party + "/" + name,
                        "此类型不能用作连接列",
                        "a column of this type cannot be joined on");
            }
        }
    }

    private void checkSameJoin() {
        var counts =
                request.inRole(PsiCard.DATA).stream()
                        .map(each -> each.inputs().get(PartyContext.INPUT))
                        .mapToInt(card -> card == null ? 0 : card.columns(ColumnUse.JOIN).size())
                        .distinct()
                        .count();
        if (counts > 1) {
            problem("join", "双方连接列数须相同", "both owners must name as many join columns");
        }
    }

    private Estimate estimate() {
        long total = totalRows();
        var parties = new ArrayList<Estimate.PartyEstimate>();
        int tagBytes = TagLength.of(total, total);
        for (var participant : request.participants()) {
            long rows = rows(participant);
            boolean data = participant.party().role().equals(PsiCard.DATA);
            long payload = data ? rows * tagBytes : 2 * total;
            parties.add(
                    new Estimate.PartyEstimate(
                            participant.party().id(),
                            payload + payload / 1024 + 1024,
                            MEMORY_BYTES,
                            data ? rows * WORKSPACE_BYTES_PER_ROW : 2 * total));
        }
        return new Estimate(1, Duration.ofSeconds(seconds()), parties);
    }

    private long seconds() {
        return 5 + totalRows() / ROWS_PER_SECOND;
    }

    private long totalRows() {
        return request.inRole(PsiCard.DATA).stream().mapToLong(PsiPlanner::rows).sum();
    }

    static long rows(TaskRequest.Participant participant) {
        var card = participant.inputs().get(PartyContext.INPUT);
        return card == null ? 0 : card.rowCount();
    }

    private void problem(String subject, String zh, String en) {
        problems.add(new Plan.Problem(subject, new Text(zh, en)));
    }
}
