package io.databourse.mpc.cardinality;

import io.databourse.mpc.CardFrame;
import io.databourse.mpc.PsiCard;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;

/// What people are told about `mpc/psi-cardinality`.
final class ProxyCard {
    static final Text DIFFERENCES =
            new Text(
                    "不防止通过多次计数推断：只差一个标识的两次任务会显示该标识是否共有；由合同的次数与最小结果数限制。",
                    "Not against what many counts tell: two jobs that differ in one identifier show"
                            + " whether it is common. The contract's number of runs and minimum"
                            + " result size limit that.");

    private ProxyCard() {}

    static TaskCard card() {
        return CardFrame.proxy(
                        "psi-cardinality",
                        new Text("隐私求交计数", "Size of a private set intersection"),
                        new Text(
                                "结果方仅得知双方共有的标识数，不得知是哪些。",
                                "The receiver learns how many identifiers both owners have, and not"
                                        + " which."))
                .parameters(CardinalityTasks.PARAMETERS)
                .owners(owners())
                .receiverLearns(
                        "交集大小，不得知哪些记录匹配",
                        "the size of the intersection, and not which records match")
                .notProtected(DIFFERENCES)
                .source(", of whose result only the size is given out")
                .resumable()
                .card();
    }

    static TaskCard.Role owners() {
        return PsiCard.owners(
                List.of(PsiCard.JOIN),
                new Text(
                        "结果方得到一个数；另一方得不到结果。",
                        "The receiver holds one number; the other owner holds no result."));
    }
}
