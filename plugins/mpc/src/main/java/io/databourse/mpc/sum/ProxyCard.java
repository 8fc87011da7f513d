package io.databourse.mpc.sum;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What people are told about `mpc/psi-sum`.
final class ProxyCard {
    private ProxyCard() {}

    static TaskCard card() {
        return new TaskCard(
                "psi-sum",
                TaskCard.Kind.BATCH,
                new Text("隐私求交求和", "Sums over a private set intersection"),
                new Text(
                        "结果方仅得知双方共有的标识数，以及对方列在共有记录上的合计；不得知是哪些记录。",
                        "The receiver learns how many identifiers both owners have and the sums of"
                                + " the other owner's columns over them, and not which they are."),
                TaskParameter.schema(SumParameters.ALL),
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
                                0,
                                16,
                                Set.of(Schema.Type.INTEGER, Schema.Type.DECIMAL),
                                false)),
                new Text(
                        "结果方得到一行：计数和合计；另一方得不到结果。",
                        "The receiver holds one row with the count and the sums; the other owner"
                                + " holds no result."));
    }

    private static Disclosure disclosure() {
        var sizes = new ArrayList<>(PsiCard.PROXY_SIZES);
        sizes.add(
                new Disclosure.Size(
                        PsiCard.OTHER_SET_SIZE,
                        PsiCard.DATA,
                        new Text(
                                "另一方的去重标识数（结果方得知）",
                                "Distinct keys of the other owner (seen by the receiver)")));
        return new Disclosure(
                PsiCard.SEMI_HONEST,
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由双方集合大小之积的数量级决定）。"
                                        + "结果方另得知交集大小、合计和对方的去重标识数，不得知哪些记录匹配。",
                                "Both learn that the job ran, whether the intersection reached the"
                                        + " minimum, and the length of the tags, which follows from the"
                                        + " order of magnitude of the product of the set sizes. The"
                                        + " receiver also learns the size of the intersection, the"
                                        + " sums, and how many distinct keys the other owner has, and"
                                        + " not which records match."),
                        PsiCard.COMPUTE,
                        new Text(
                                PsiCard.LEARNED_BY_NODE.zh() + " 不得知任何数值或合计。",
                                PsiCard.LEARNED_BY_NODE.en() + " No value and no sum.")),
                sizes,
                List.of(
                        PsiCard.NODE_KEEPS_APART,
                        new Text(
                                "计算节点与结果方合谋可得知另一方的数值。",
                                "The compute node and the receiver together can learn the other"
                                        + " owner's values.")),
                List.of(PsiCard.NOT_MALICIOUS, ROUNDED_BY_RECEIVER, DIFFERENCES),
                PsiCard.PROXY_SOURCE
                        + "; scalar product with random vectors of a third party: D. Beaver,"
                        + " Commodity-Based Cryptography, STOC 1997, and W. Du, Z. Zhan, A Practical"
                        + " Approach to Solve Secure Multi-Party Computation Problems, NSPW 2002");
    }

    static final Text ROUNDED_BY_RECEIVER =
            new Text(
                    "取整由结果方的节点执行：精确的计数与合计曾在该节点的内存中。",
                    "Rounding is done by the receiver's node: the exact count and sums have been in"
                            + " its memory.");
    static final Text DIFFERENCES =
            new Text(
                    "不防止通过多次任务推断：只差一个标识的两次任务会显示该标识的数值；由合约的次数与最小结果数限制。",
                    "Not against what many runs tell: two jobs that differ in one identifier show its"
                            + " values. The contract's number of runs and minimum result size limit"
                            + " that.");
}
