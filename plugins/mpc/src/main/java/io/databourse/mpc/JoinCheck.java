package io.databourse.mpc;

import io.databourse.mpc.key.ColumnRule;
import io.databourse.mpc.key.KeyRules;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Finds what is wrong with one owner's join columns and the job's rules for them.
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
}
