package io.databourse.mpc;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import io.databourse.plugin.WorkMeter;
import java.util.List;
import java.util.Set;

/// What people are told about `mpc/psi`, and what other tasks say as well.
public final class PsiCard {
    static final String TASK = "psi";
    public static final String DATA = "DATA";
    public static final String COMPUTE = "COMPUTE";

    public static final String RECEIVER_SET_SIZE = "receiverSetSize";
    public static final String OTHER_SET_SIZE = "otherSetSize";
    public static final String INTERSECTION_SIZE = WorkMeter.INTERSECTION_SIZE;
    public static final String TAG_BYTES = "tagBytes";

    static final List<TaskParameter> PARAMETERS =
            List.of(
                    WholeParameter.MINIMUM_RESULT_SIZE,
                    TaskParameter.KEY_RULES,
                    TaskParameter.DUPLICATES);

    /// What every task counts.
    public static final List<String> METERS =
            List.of(
                    WorkMeter.INPUT_ROWS,
                    WorkMeter.NULL_KEYS,
                    OwnTags.UNREADABLE_KEYS,
                    WorkMeter.DUPLICATE_KEYS);

    /// The columns that records are matched on.
    public static final TaskCard.ColumnUse JOIN =
            new TaskCard.ColumnUse(
                    TaskCard.ColumnUse.JOIN,
                    1,
                    8,
                    Set.of(Schema.Type.STRING, Schema.Type.INTEGER, Schema.Type.DATE),
                    false);

    /// The columns of its own that who receives the result names.
    private static final TaskCard.ColumnUse OWN_RESULT =
            new TaskCard.ColumnUse(
                    TaskCard.ColumnUse.RESULT, 1, 64, Set.of(Schema.Type.values()), true);

    /// What the receiver learns where both owners can receive the result.
    static final Text MATCHES =
            new Text(
                    "自己的哪些记录匹配；合同规定双方接收结果时，另一方亦得知",
                    "which of its records match; so does the other owner if the contract gives the"
                            + " result to both");

    public static final Text SEMI_HONEST =
            new Text(
                    "半诚实：各方按协议执行，但可能分析其所见。",
                    "Semi-honest: every party follows the protocol and may study what it sees.");
    public static final Text LEARNED_BY_NODE =
            new Text(
                    "双方的去重集合大小与交集大小；不得知任何标识或密钥。",
                    "Both set sizes without duplicates and the size of the intersection;"
                            + " no identifier and no key.");
    static final Text OWNERS_LEARN =
            new Text(
                    "双方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由双方集合大小之积的数量级决定）。",
                    "Both learn that the job ran, whether the intersection reached the minimum, and"
                            + " the length of the tags, which follows from the order of magnitude of"
                            + " the product of the set sizes.");
    public static final Text NODE_KEEPS_APART =
            new Text(
                    "计算节点不得与任一数据方合谋：与数据方合谋的计算节点可逐一试探另一方的标识。",
                    "The compute node must not collude with a data owner: together they"
                            + " can try out identifiers of the other owner.");
    public static final Text NOT_MALICIOUS =
            new Text(
                    "不防止恶意方：数据方可虚报输入，计算节点可给出错误结果。",
                    "Not against malicious parties: an owner can make up its input, and"
                            + " the compute node can give a wrong result.");
    public static final Text MANY_RUNS =
            new Text(
                    "不防止结果方通过多次求交推断：由合同的次数与最小结果数限制。",
                    "Not against what a receiver infers from many runs: the contract's number of"
                            + " runs and minimum result size limit that.");
    public static final String PROXY_SOURCE =
            "S. Kamara, P. Mohassel, M. Raykova, S. Sadeghian, Scaling Private Set Intersection"
                    + " to Billion-Element Sets, Financial Cryptography 2014, server-aided"
                    + " protocol with a semi-honest server";

    /// What the receiver sees of the other owner, where it does.
    public static final Disclosure.Size OTHER_SIZE_AT_RECEIVER =
            new Disclosure.Size(
                    OTHER_SET_SIZE,
                    DATA,
                    new Text(
                            "另一方的去重标识数（结果方得知）",
                            "Distinct keys of the other owner (seen by the receiver)"));

    /// What is seen of sizes in every task in proxy form.
    public static final List<Disclosure.Size> PROXY_SIZES =
            List.of(
                    new Disclosure.Size(
                            RECEIVER_SET_SIZE,
                            COMPUTE,
                            new Text("结果方的去重标识数", "Distinct keys of the receiver")),
                    new Disclosure.Size(
                            OTHER_SET_SIZE,
                            COMPUTE,
                            new Text("另一方的去重标识数", "Distinct keys of the other owner")),
                    new Disclosure.Size(
                            INTERSECTION_SIZE,
                            COMPUTE,
                            new Text("交集大小", "Size of the intersection")),
                    new Disclosure.Size(
                            INTERSECTION_SIZE,
                            DATA,
                            new Text(
                                    "交集大小（仅结果方，且达到最小结果数时）",
                                    "Size of the intersection (who receives the result only, and"
                                            + " only if it reaches the minimum)")),
                    new Disclosure.Size(
                            TAG_BYTES, DATA, new Text("标签字节数", "Length of the tags in bytes")));

    private PsiCard() {}

    static TaskCard card() {
        return CardFrame.proxy(
                        TASK,
                        new Text("隐私求交", "Private set intersection"),
                        new Text(
                                "结果方（一方，或合同规定的双方）得知自己的哪些记录也在对方数据中，不得知其他任何内容。",
                                "The receiver, or each owner if the contract says so, learns which of"
                                        + " its own records the other has as well, and nothing"
                                        + " else."))
                .parameters(PARAMETERS)
                .owners(oneOrBoth())
                .receiverLearns(MATCHES.zh(), MATCHES.en())
                .notProtected(MANY_RUNS)
                .resumable()
                .card();
    }

    /// The part of two owners.
    ///
    /// @param columns that each names
    /// @param receives what they hold afterwards
    public static TaskCard.Role owners(List<TaskCard.ColumnUse> columns, Text receives) {
        return new TaskCard.Role(DATA, new Text("数据方", "Data owner"), 2, 2, columns, receives);
    }

    public static TaskCard.Role data() {
        return owners(
                List.of(JOIN, OWN_RESULT),
                new Text(
                        "结果方得到自己匹配记录的指定列；另一方得不到结果。",
                        "The receiver holds the named columns of its own matching records; the other"
                                + " owner holds no result."));
    }

    /// The node in the middle, which has no data. The part of two owners of whom one receives the
    /// result, or both do.
    static TaskCard.Role oneOrBoth() {
        var one = data();
        return new TaskCard.Role(
                one.name(),
                one.title(),
                one.minimum(),
                one.maximum(),
                one.columns(),
                new Text(
                        "结果方得到自己匹配记录的指定列；结果方为一方，或合同规定的双方。",
                        "Who receives the result holds the named columns of its own matching"
                                + " records; that is one owner, or both if the contract says so."),
                2);
    }

    public static TaskCard.Role compute() {
        return new TaskCard.Role(
                COMPUTE,
                new Text("中立计算节点", "Neutral compute node"),
                1,
                1,
                List.of(),
                new Text("不留存任何内容。", "It keeps nothing."));
    }
}
