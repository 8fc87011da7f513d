package io.databourse.mpc;

import io.databourse.mpc.key.ColumnRule;
import io.databourse.mpc.key.KeyRules;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// Finds what is wrong with the join columns of one owner or of all, and the job's rules for them.
final class JoinCheck {
    private JoinCheck() {}

    static List<Plan.Problem> problems(String party, DatasetCard card, Parameters parameters) {
        var problems = new ArrayList<Plan.Problem>();
        var join = card.columns(ColumnUse.JOIN);
        var seen = new HashSet<String>();
        for (var column : join) {
            if (!seen.add(column)) {
                problems.add(
                        new Plan.Problem(
                                party + "/" + column,
                                new Text("连接列重复", "a join column is named twice")));
            }
        }
        if (!KeyRules.isFine(parameters)) {
            return problems; // the parameter's own problem says it
        }
        var rules = KeyRules.of(parameters, join.size());
        if (rules.isEmpty()) {
            problems.add(
                    new Plan.Problem(
                            KeyRules.PARAMETER,
                            new Text(
                                    "标识规则数须与连接列数相同",
                                    "there must be one rule of keys for each join column")));
        }
        for (int i = 0; i < join.size() && rules.isPresent(); i++) {
            if (rules.get().columns().get(i).format() != ColumnRule.Format.TEXT
                    && card.schema().has(join.get(i))
                    && card.schema().column(join.get(i)).type() == Schema.Type.DATE) {
                problems.add(
                        new Plan.Problem(
                                party + "/" + join.get(i),
                                new Text("日期列没有此格式", "a column of dates has no such format")));
            }
        }
        return problems;
    }

    /// Columns that stand in the same place at two owners and cannot hold the same: a date is
    /// written with hyphens, a whole number never is. Their names are each owner's own business.
    static List<Plan.Problem> betweenOwners(TaskRequest request) {
        var problems = new ArrayList<Plan.Problem>();
        var owners = request.inRole(PsiCard.DATA);
        var first = owners.getFirst();
        for (var owner : owners.subList(1, owners.size())) {
            var mine = columns(first);
            var theirs = columns(owner);
            for (int i = 0; i < mine.size(); i++) {
                if (isDateAndNumber(mine.get(i), theirs.get(i))) {
                    problems.add(
                            new Plan.Problem(
                                    owner.party().id() + "/" + theirs.get(i).name(),
                                    new Text(
                                            "与对方的连接列一为日期、一为整数，不会相等",
                                            "this column and the one it is compared with are a date"
                                                    + " and a whole number, which are never equal")));
                }
            }
        }
        return problems;
    }

    private static List<Schema.Column> columns(TaskRequest.Participant owner) {
        var card = Objects.requireNonNull(owner.inputs().get(PartyContext.INPUT));
        return card.schema().select(card.columns(ColumnUse.JOIN)).columns();
    }

    private static boolean isDateAndNumber(Schema.Column one, Schema.Column other) {
        return EnumSet.of(one.type(), other.type())
                .equals(EnumSet.of(Schema.Type.DATE, Schema.Type.INTEGER));
    }
}
