package io.databourse.mpc.sum;

import io.databourse.mpc.CardFrame;
import io.databourse.mpc.PsiCard;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Set;

/// What people are told about `mpc/psi-sum`.
final class ProxyCard {
    static final Text ROUNDED_BY_RECEIVER =
            new Text(
                    "取整由结果方的节点执行：精确的计数与合计曾在该节点的内存中。",
                    "Rounding is done by the receiver's node: the exact count and sums have been in"
                            + " its memory.");
    static final Text DIFFERENCES =
            new Text(
                    "不防止通过多次任务推断：只差一个标识的两次任务会显示该标识的数值；由合同的次数与最小结果数限制。",
                    "Not against what many runs tell: two jobs that differ in one identifier show its"
                            + " values. The contract's number of runs and minimum result size limit"
                            + " that.");

    private ProxyCard() {}

    static TaskCard card() {
        return CardFrame.proxy(
                        "psi-sum",
                        new Text("隐私求交求和", "Sums over a private set intersection"),
                        new Text(
                                "结果方仅得知双方共有的标识数，以及对方列在共有记录上的合计；不得知是哪些记录。",
                                "The receiver learns how many identifiers both owners have and the"
                                        + " sums of the other owner's columns over them, and not"
                                        + " which they are."))
                .parameters(SumParameters.ALL)
                .owners(owners())
                .receiverLearns(
                        "交集大小、合计和对方的去重标识数，不得知哪些记录匹配",
                        "the size of the intersection, the sums, and how many distinct keys the"
                                + " other owner has, and not which records match")
                .nodeLearns(new Text("不得知任何数值或合计。", "No value and no sum."))
                .size(PsiCard.OTHER_SIZE_AT_RECEIVER)
                .apart(
                        new Text(
                                "计算节点与结果方合谋可得知另一方的数值。",
                                "The compute node and the receiver together can learn the other"
                                        + " owner's values."))
                .notProtected(ROUNDED_BY_RECEIVER, DIFFERENCES)
                .source(
                        "; scalar product with random vectors of a third party: D. Beaver,"
                                + " Commodity-Based Cryptography, STOC 1997, and W. Du, Z. Zhan, A"
                                + " Practical Approach to Solve Secure Multi-Party Computation"
                                + " Problems, NSPW 2002")
                .resumable()
                .card();
    }

    static TaskCard.Role owners() {
        return PsiCard.owners(
                List.of(
                        PsiCard.JOIN,
                        new TaskCard.ColumnUse(
                                TaskCard.ColumnUse.RESULT,
                                0,
                                16,
                                Set.of(Schema.Type.INTEGER, Schema.Type.DECIMAL),
                                false)),
                new Text(
                        "结果方得到一行：计数和合计；另一方得不到结果。",
                        "The receiver holds one row with the count and the sums; the other owner"
                                + " holds no result."));
    }
}
