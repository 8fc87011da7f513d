package io.databourse.sandbox.sql;

import io.databourse.plugin.Text;
import java.util.Locale;

/// Why a query is refused, and what to do instead. The ids are stable: clients may rely on them.
public enum Rule {
    SYNTAX("查询无法解析，请检查 SQL 语法。", "The query cannot be parsed; check its syntax."),
    ONE_STATEMENT("每次只能提交一条 SELECT。", "Send exactly one SELECT statement."),
    NOT_A_SELECT("只接受 SELECT 查询。", "Only SELECT is accepted."),
    UNSUPPORTED(
            "该写法不在允许范围内，请用 SELECT、WHERE、GROUP BY、HAVING、ORDER BY、LIMIT 的基本形式。",
            "This form is not allowed; use plain SELECT, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT."),
    TOO_COMPLEX("查询过长或条件过多，请拆分。", "The query is too long or has too many conditions; split it."),
    TABLE("只能查询已授权的表，且不写模式名。", "Name only granted tables, without a schema."),
    COLUMN("该列未授权或不存在，请用已授权的列。", "No such granted column; use the granted ones."),
    AMBIGUOUS(
            "列名不明确，请加表名或改用其他别名。", "The name is ambiguous; add the table or choose another alias."),
    STAR("不能用 *，请写出维度列并对度量列聚合。", "Do not use *; name dimensions and aggregate measures."),
    BARE_MEASURE("度量列只能聚合后输出，如 sum(列)。", "A measure leaves only aggregated, as in sum(column)."),
    ENTITY_HIDDEN(
            "个体列不可输出、分组或过滤，只能 count(distinct 列)。",
            "The entity column may not be shown, grouped or filtered; use count(distinct column)."),
    JOIN_ONLY("连接列只能用于 JOIN … ON。", "A join column may stand only in JOIN … ON."),
    MEASURE_CONDITION("不能按度量列过滤，请按维度列过滤。", "Put conditions on dimensions, not on measures."),
    NO_CONDITION("该列不可用于条件，请看授权规则。", "No conditions on this column; see the rules."),
    CONDITION("条件只能是“维度 比较 常量”。", "A condition compares a dimension with a literal."),
    LITERAL("常量与列的类型不符或无法识别。", "The literal does not fit the column's type."),
    AGGREGATE(
            "只允许 count、sum、avg 和 count(distinct 个体列)。",
            "Only count, sum, avg and count(distinct entity) are aggregates here."),
    AGGREGATE_NOT_GRANTED(
            "该列不允许这种聚合，请看授权规则。", "This aggregate is not granted for this column; see the rules."),
    AGGREGATE_FORM(
            "聚合函数不能带 FILTER、DISTINCT、ORDER BY 或表达式，请改用 WHERE 或 GROUP BY。",
            "No FILTER, DISTINCT, ORDER BY or expression in an aggregate; use WHERE or GROUP BY."),
    NOT_A_NUMBER("只有数值列可以求和或求均值。", "Only columns of numbers have sums and means."),
    FUNCTION(
            "不允许该函数；时间维度可用 date_trunc、year、month 等。",
            "This function is not allowed; on times use date_trunc, year, month and the like."),
    EXPRESSION("不支持计算表达式，请取回结果后再计算。", "No computed expressions; compute on the result instead."),
    CAST("不能转换列的类型。", "Columns may not be cast."),
    SUBQUERY("不支持子查询。", "No sub-queries."),
    WITH("不支持 WITH。", "No WITH."),
    SET_OPERATION("不支持 UNION 等集合运算，请分开查询。", "No UNION and the like; send the queries apart."),
    WINDOW("不支持窗口函数，请用 GROUP BY。", "No window functions; use GROUP BY."),
    DISTINCT("不支持 SELECT DISTINCT，请用 GROUP BY。", "No SELECT DISTINCT; use GROUP BY."),
    SAMPLE("不支持抽样。", "No sampling."),
    QUALIFY("不支持 QUALIFY。", "No QUALIFY."),
    GROUP_BY("输出的维度必须全部写在 GROUP BY 中。", "Each dimension that is shown must stand in GROUP BY."),
    GROUPING(
            "不支持 CUBE、ROLLUP、GROUPING SETS 或 GROUP BY ALL。",
            "No CUBE, ROLLUP, GROUPING SETS or GROUP BY ALL."),
    HAVING(
            "HAVING 只能是“聚合值 比较 数字”，用 AND 相连。",
            "HAVING compares aggregates with numbers, joined by AND."),
    ORDER_BY("ORDER BY 只能用输出列。", "ORDER BY names columns of the result only."),
    LIMIT("LIMIT 必须是正整数，不支持 OFFSET。", "LIMIT is a positive whole number, without OFFSET."),
    ALIAS(
            "别名最长 64 个字符，不可重复，且不能与列同名而含义不同。",
            "Aliases have at most 64 characters, are unique, and do not hide columns."),
    JOIN_KIND(
            "只支持两张不同表的内连接 JOIN … ON a.x = b.y。",
            "Only an inner JOIN … ON a.x = b.y of two different tables."),
    JOIN_COLUMN("连接条件只能用连接列或个体键。", "Join on join columns or the entity only."),
    JOIN_ENTITY("没有个体键的表不能连接。", "A table without an entity key cannot be joined."),
    PARAMETER("只有模板可以有参数 $name。", "Only templates have parameters $name."),
    MODE("合同不允许自写查询，请用模板。", "The contract allows no queries of one's own; use a template."),
    TEMPLATE("没有这个模板。", "There is no such template."),
    ARGUMENT("模板参数缺失、多余或取值不允许。", "A template's argument is missing, unknown or not allowed."),
    PRIVATE_FORM(
            "差分隐私查询只支持单表的 count、sum、avg，不支持 HAVING。",
            "Private queries have one table, count, sum and avg, and no HAVING."),
    PRIVATE_RANGE(
            "该度量列没有声明取值范围，不能做差分隐私求和。", "The measure has no declared range to be summed privately."),
    BUDGET("隐私预算已用完。", "The privacy budget is spent."),
    ANSWERED("该次查询已给出结果，请重新提交。", "This very query was answered before; ask anew.");

    private final String zh;
    private final String en;

    Rule(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// The stable id, as in `bare-measure`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What to do instead.
    public Text text() {
        return new Text(zh, en);
    }
}
