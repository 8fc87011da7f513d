package io.databourse.sandbox;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `sandbox/query`.
final class QueryCard {
    private QueryCard() {}

    static TaskCard card() {
        return new TaskCard(
                Names.QUERY,
                TaskCard.Kind.BATCH,
                new Text("受控查询", "Governed query"),
                new Text(
                        "在数据方节点的封闭沙箱中回答一条统计查询；仅聚合结果离开，超出阈值的结果须经审核。",
                        "Answers one statistical question in a closed room at the owner's node."
                                + " Only aggregates leave, and those above the thresholds wait for"
                                + " a review."),
                Schemas.QUERY,
                Roles.all(),
                List.of(Names.INPUT_ROWS, Names.PRIVACY_LEFT, Names.PRIVACY_TOTAL),
                false,
                TaskCard.Deployment.CENTRAL,
                disclosure());
    }

    static Disclosure disclosure() {
        return new Disclosure(
                Roles.ADVERSARY,
                Map.of(
                        Names.DATA,
                        new Text(
                                "数据方得知查询语句、其规则判定以及结果本身。",
                                "The owner learns the question, which rules applied, and the"
                                        + " result."),
                        Names.RESULT,
                        new Text(
                                "结果方得知通过全部规则的聚合行；被隐去的行不作提示。查询被拒时得知所违反的规则，" + "运行失败时只得知错误类别。",
                                "The consumer learns the aggregate rows that passed every rule; that"
                                        + " rows were suppressed is not announced. Of a refused"
                                        + " question it learns the rule, of a failed one the class"
                                        + " of error alone.")),
                List.of(
                        new Disclosure.Size(
                                Names.OUTPUT_ROWS,
                                Names.RESULT,
                                new Text("结果行数", "Rows of the result"))),
                List.of(Roles.OWNER_HOST),
                List.of(
                        new Text(
                                "阈值不能防止差分：两条各自合规的查询相减可得个体值。须改用模板、重叠审计或差分隐私。",
                                "Thresholds do not stop differencing: two questions that each keep"
                                        + " the rules can differ by one entity's value. Templates,"
                                        + " the overlap audit or differential privacy do more."),
                        Roles.COVERT,
                        new Text(
                                "差分隐私不涵盖运行时间、数值溢出与错误类别。",
                                "Differential privacy does not cover time, overflow or the class of"
                                        + " error.")),
                "Rules after AWS Clean Rooms (analysis rules) and Snowflake (aggregation policies with"
                        + " entity keys); noise: C. Canonne, G. Kamath, T. Steinke, The Discrete"
                        + " Gaussian for Differential Privacy, NeurIPS 2020, section 5 (exact"
                        + " discrete Laplace)");
    }
}
