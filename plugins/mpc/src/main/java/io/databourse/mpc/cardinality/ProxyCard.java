package io.databourse.mpc.cardinality;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-cardinality`.
final class ProxyCard {
    private ProxyCard() {}

    static TaskCard card() {
        return new TaskCard(
                "psi-cardinality",
                TaskCard.Kind.BATCH,
                new Text("隐私求交计数", "Size of a private set intersection"),
                new Text(
                        "结果方仅得知双方共有的标识数，不得知是哪些。",
                        "The receiver learns how many identifiers both owners have, and not which."),
                TaskParameter.schema(CardinalityTasks.PARAMETERS),
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
                List.of(PsiCard.JOIN),
                new Text(
                        "结果方得到一个数；另一方得不到结果。",
                        "The receiver holds one number; the other owner holds no result."));
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                PsiCard.SEMI_HONEST,
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、交集是否达到最小结果数，以及标签字节数（由双方集合大小之积的数量级决定）。"
                                        + "结果方另得知交集大小，不得知哪些记录匹配。",
                                "Both learn that the job ran, whether the intersection reached the"
                                        + " minimum, and the length of the tags, which follows from the"
                                        + " order of magnitude of the product of the set sizes. The"
                                        + " receiver also learns the size of the intersection, and not"
                                        + " which records match."),
                        PsiCard.COMPUTE,
                        PsiCard.LEARNED_BY_NODE),
                PsiCard.PROXY_SIZES,
                List.of(PsiCard.NODE_KEEPS_APART),
                List.of(PsiCard.NOT_MALICIOUS, DIFFERENCES),
                PsiCard.PROXY_SOURCE + ", of whose result only the size is given out");
    }

    static final Text DIFFERENCES =
            new Text(
                    "不防止通过多次计数推断：只差一个标识的两次任务会显示该标识是否共有；由合约的次数与最小结果数限制。",
                    "Not against what many counts tell: two jobs that differ in one identifier show"
                            + " whether it is common. The contract's number of runs and minimum"
                            + " result size limit that.");
}
