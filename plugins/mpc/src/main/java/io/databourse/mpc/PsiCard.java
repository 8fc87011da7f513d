package io.databourse.mpc;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import io.databourse.plugin.WorkMeter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What people are told about `mpc/psi`.
final class PsiCard {
    static final String TASK = "psi";
    static final String DATA = "DATA";
    static final String COMPUTE = "COMPUTE";

    static final String RECEIVER_SET_SIZE = "receiverSetSize";
    static final String OTHER_SET_SIZE = "otherSetSize";
    static final String INTERSECTION_SIZE = "intersectionSize";
    static final String TAG_BYTES = "tagBytes";

    static final Set<Schema.Type> JOIN_TYPES =
            Set.of(Schema.Type.STRING, Schema.Type.INTEGER, Schema.Type.DATE);
    static final int MOST_JOIN_COLUMNS = 8;

    static final String PARAMETERS =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "minimumResultSize": {
                  "type": "string",
                  "pattern": "^[0-9]{1,18}$",
                  "default": "0",
                  "title": "最小结果数 / Minimum result size",
                  "description": "交集中的标识数少于此数时不给出结果。 No result is given if fewer identifiers match."
                }
              }
            }
            """;

    private PsiCard() {}

    static TaskCard card() {
        return new TaskCard(
                TASK,
                TaskCard.Kind.BATCH,
                new Text("隐私求交", "Private set intersection"),
                new Text(
                        "结果方得知自己的哪些记录也在对方数据中，不得知其他任何内容。",
                        "The receiver learns which of its own records the other party has as well,"
                                + " and nothing else."),
                PARAMETERS,
                List.of(data(), compute()),
                List.of(WorkMeter.INPUT_ROWS, WorkMeter.NULL_KEYS, WorkMeter.DUPLICATE_KEYS),
                false,
                TaskCard.Deployment.PROXY,
                disclosure());
    }

    static TaskCard.Role data() {
        return new TaskCard.Role(
                DATA,
                new Text("数据方", "Data owner"),
                2,
                2,
                List.of(
                        new TaskCard.ColumnUse(
                                TaskCard.ColumnUse.JOIN, 1, MOST_JOIN_COLUMNS, JOIN_TYPES, false),
                        new TaskCard.ColumnUse(
                                TaskCard.ColumnUse.RESULT,
                                1,
                                64,
                                Set.of(Schema.Type.values()),
                                true)),
                new Text(
                        "结果方得到自己匹配记录的指定列；另一方得不到结果。",
                        "The receiver holds the named columns of its own matching records; the other"
                                + " owner holds no result."));
    }

    private static TaskCard.Role compute() {
        return new TaskCard.Role(
                COMPUTE,
                new Text("中立计算节点", "Neutral compute node"),
                1,
                1,
                List.of(),
                new Text("不留存任何内容。", "It keeps nothing."));
    }

    static Disclosure disclosure() {
        return new Disclosure(
                new Text(
                        "半诚实：各方按协议执行，但可能分析其所见。",
                        "Semi-honest: every party follows the protocol and may study what it sees."),
                Map.of(
                        DATA,
                        new Text(
                                "双方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由双方集合大小之积的数量级决定）。"
                                        + "结果方另得知自己的哪些记录匹配。",
                                "Both learn that the job ran, whether the intersection reached the"
                                        + " minimum, and the length of the tags, which follows from the"
                                        + " order of magnitude of the product of the set sizes. The"
                                        + " receiver also learns which of its records match."),
                        COMPUTE,
                        new Text(
                                "双方的去重集合大小与交集大小；不得知任何标识或密钥。",
                                "Both set sizes without duplicates and the size of the intersection;"
                                        + " no identifier and no key.")),
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
                                        "Size of the intersection (receiver only, and only if it"
                                                + " reaches the minimum)")),
                        new Disclosure.Size(
                                TAG_BYTES, DATA, new Text("标签字节数", "Length of the tags in bytes"))),
                List.of(
                        new Text(
                                "计算节点不得与任一数据方合谋：与数据方合谋的计算节点可逐一试探另一方的标识。",
                                "The compute node must not collude with a data owner: together they"
                                        + " can try out identifiers of the other owner.")),
                List.of(
                        new Text(
                                "不防止恶意方：数据方可虚报输入，计算节点可给出错误结果。",
                                "Not against malicious parties: an owner can make up its input, and"
                                        + " the compute node can give a wrong result."),
                        new Text(
                                "不防止结果方通过多次求交推断：由合约的次数与最小结果数限制。",
                                "Not against what a receiver infers from many runs: the contract's"
                                        + " number of runs and minimum result size limit that.")),
                "S. Kamara, P. Mohassel, M. Raykova, S. Sadeghian, Scaling Private Set Intersection"
                        + " to Billion-Element Sets, Financial Cryptography 2014, server-aided"
                        + " protocol with a semi-honest server");
    }
}
