package io.databourse.mpc.join;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What people are told about `mpc/psi-join`.
final class ProxyCard {
    private ProxyCard() {}

    static TaskCard card() {
        return new TaskCard(
                "psi-join",
                TaskCard.Kind.BATCH,
                new Text("隐私求交并取列", "Private join"),
                new Text(
                        "结果方得到自己匹配的记录，并附上合约许可的对方列；不得知对方其他记录的任何内容。",
                        "The receiver gets its own matching records and beside them the columns of"
                                + " the other owner that the contract permits, and nothing of other"
                                + " records."),
                TaskParameter.schema(JoinTasks.PARAMETERS),
                List.of(data(), PsiCard.compute()),
                PsiCard.METERS,
                true,
                TaskCard.Deployment.PROXY,
                disclosure());
    }

    static TaskCard.Role data() {
        return new TaskCard.Role(
                PsiCard.DATA,
                new Text("数据方", "Data owner"),
                2,
                2,
                List.of(
                        PsiCard.JOIN,
                        new TaskCard.ColumnUse(
                                TaskCard.ColumnUse.RESULT,
                                1,
                                64,
                                Set.of(Schema.Type.values()),
                                false)),
                new Text(
                        "结果方得到自己匹配记录的指定列和对方的许可列；另一方得不到结果。",
                        "The receiver holds the named columns of its own matching records and the"
                                + " permitted ones of the other owner; the other owner holds no"
                                + " result."));
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                PsiCard.SEMI_HONEST,
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由双方集合大小之积的数量级决定）。"
                                        + "结果方另得知自己的哪些记录匹配，以及这些记录在对方的结果列。",
                                "Both learn that the job ran, whether the intersection reached the"
                                        + " minimum, and the length of the tags, which follows from the"
                                        + " order of magnitude of the product of the set sizes. The"
                                        + " receiver also learns which of its records match, and the"
                                        + " other owner's result columns of these."),
                        PsiCard.COMPUTE,
                        PsiCard.LEARNED_BY_NODE),
                PsiCard.PROXY_SIZES,
                List.of(PsiCard.NODE_KEEPS_APART, NODE_AND_RECEIVER),
                List.of(
                        PsiCard.NOT_MALICIOUS,
                        new Text(
                                "不防止结果方通过多次求交推断：由合约的次数与最小结果数限制。",
                                "Not against what a receiver infers from many runs: the contract's"
                                        + " number of runs and minimum result size limit that.")),
                PsiCard.PROXY_SOURCE
                        + "; columns of the other owner in AES-128 counter mode (NIST SP 800-38A)"
                        + " under a key of the two owners");
    }

    private static final Text NODE_AND_RECEIVER =
            new Text(
                    "计算节点不得把不匹配的密文交给结果方：结果方持有密钥。",
                    "The compute node must not give the receiver what does not match: the receiver"
                            + " has the key.");
}
