package io.databourse.mpc;

import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.List;

/// Holds a request against the card of its task.
final class PsiPlanner {
    private final TaskRequest request;
    private final MpcTask task;
    private final List<Plan.Problem> problems = new ArrayList<>();

    private PsiPlanner(TaskRequest request, MpcTask task) {
        this.request = request;
        this.task = task;
    }

    static Plan plan(TaskRequest request, MpcTask task) {
        var planner = new PsiPlanner(request, task);
        planner.check();
        return planner.problems.isEmpty()
                ? new Plan.Accepted(task.estimates().of(request), task.card().disclosure())
                : new Plan.Refused(planner.problems);
    }

    static Plan unknownTask() {
        return new Plan.Refused(
                List.of(new Plan.Problem("task", new Text("没有此任务", "there is no such task"))));
    }

    private void check() {
        checkParameters();
        if (checkRoles()) {
            request.inRole(PsiCard.DATA).forEach(this::checkData);
            checkJoin();
            problems.addAll(task.rules().check(request));
        }
    }

    private void checkParameters() {
        var names = task.parameters().stream().map(TaskParameter::name).toList();
        for (var name : request.parameters().values().keySet()) {
            if (!names.contains(name)) {
                problem(name, "没有此参数", "there is no such parameter");
            }
        }
        for (var parameter : task.parameters()) {
            parameter
                    .objection(request.parameters())
                    .ifPresent(text -> problems.add(new Plan.Problem(parameter.name(), text)));
        }
    }

    private boolean checkRoles() {
        int before = problems.size();
        for (var role : task.card().roles()) {
            int count = request.inRole(role.name()).size();
            if (count < role.minimum() || count > role.maximum()) {
                problem(
                        role.name(),
                        "须有 %d 至 %d 个%s"
                                .formatted(role.minimum(), role.maximum(), role.title().zh()),
                        "%s: there must be %d to %d"
                                .formatted(role.title().en(), role.minimum(), role.maximum()));
            }
        }
        for (var participant : request.participants()) {
            if (task.card().role(participant.party().role()).isEmpty()) {
                problem(participant.party().role(), "此任务没有此角色", "the task has no such role");
            }
        }
        checkReceivers();
        return problems.size() == before;
    }

    private void checkReceivers() {
        var receivers =
                request.participants().stream()
                        .filter(each -> each.party().receivesResult())
                        .map(each -> each.party().role())
                        .toList();
        if (receivers.isEmpty() || !receivers.stream().allMatch(PsiCard.DATA::equals)) {
            problem("receivesResult", "须由数据方接收结果", "data owners must receive the result");
        } else if (receivers.size() > task.card().role(PsiCard.DATA).orElseThrow().receivers()) {
            problem(
                    "receivesResult",
                    "此任务的结果只能交给一个数据方",
                    "the task gives its result to one data owner only");
        }
    }

    private void checkData(TaskRequest.Participant participant) {
        var party = participant.party();
        var card = participant.inputs().get(PartyContext.INPUT);
        if (card == null) {
            problem(party.id(), "缺少数据", "its data is missing");
            return;
        }
        var uses = task.card().role(party.role()).orElseThrow().columns();
        for (var use : uses) {
            checkUse(party, card, use);
        }
        for (var use : card.columns().keySet()) {
            if (!card.columns(use).isEmpty()
                    && uses.stream().noneMatch(each -> each.use().equals(use))) {
                problem(party.id() + "/" + use, "此任务不用此类列", "the task uses no such columns");
            }
        }
    }

    private void checkUse(PartyContext.Party party, DatasetCard card, ColumnUse use) {
        var names = card.columns(use.use());
        if (use.receiverOnly() && !party.receivesResult()) {
            if (!names.isEmpty()) {
                problem(
                        party.id() + "/" + use.use(),
                        "此类列仅由结果方指定",
                        "only the receiver names such columns");
            }
        } else if (names.size() < use.minimum() || names.size() > use.maximum()) {
            problem(
                    party.id() + "/" + use.use(),
                    "须指定 %d 至 %d 列".formatted(use.minimum(), use.maximum()),
                    "name %d to %d columns".formatted(use.minimum(), use.maximum()));
        }
        checkColumns(party.id(), card, names, use);
    }

    private void checkColumns(
            String party, DatasetCard card, List<String> names, TaskCard.ColumnUse use) {
        for (var name : names) {
            if (!card.schema().has(name)) {
                problem(party + "/" + name, "没有此列", "there is no such column");
            } else if (!use.types().contains(card.schema().column(name).type())) {
                problem(
                        party + "/" + name,
                        "此类型的列不能这样用",
                        "a column of this type cannot be used so: " + use.use());
            }
        }
    }

    private void checkJoin() {
        for (var owner : request.inRole(PsiCard.DATA)) {
            var card = owner.inputs().get(PartyContext.INPUT);
            if (card != null) {
                problems.addAll(JoinCheck.problems(owner.party().id(), card, request.parameters()));
            }
        }
        var counts =
                request.inRole(PsiCard.DATA).stream()
                        .map(each -> each.inputs().get(PartyContext.INPUT))
                        .mapToInt(card -> card == null ? 0 : card.columns(ColumnUse.JOIN).size())
                        .distinct()
                        .count();
        if (counts > 1) {
            problem("join", "各方连接列数须相同", "all owners must name as many join columns");
        } else if (problems.isEmpty()) {
            problems.addAll(JoinCheck.betweenOwners(request));
        }
    }

    private void problem(String subject, String zh, String en) {
        problems.add(new Plan.Problem(subject, new Text(zh, en)));
    }
}
