package io.databourse.mpc.cardinality;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.ecdh.ShuffledTask;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-cardinality-distributed`.
final class DistributedCard {
    static final String NAME = "psi-cardinality-distributed";

    private DistributedCard() {}

    static TaskCard card() {
        return new TaskCard(
                NAME,
                TaskCard.Kind.BATCH,
                new Text("隐私求交计数（两方直连）", "Size of a private set intersection between two"),
                new Text(
                        "无需第三方：结果方仅得知双方共有的标识数，不得知是哪些；双方得知对方的去重标识数。",
                        "Without a third party: the receiver learns how many identifiers both owners"
                                + " have, and not which. Both learn how many distinct keys the other"
                                + " has."),
                TaskParameter.schema(CardinalityTasks.PARAMETERS),
                List.of(ProxyCard.data()),
                PsiCard.METERS,
                false,
                TaskCard.Deployment.DISTRIBUTED,
                disclosure());
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                ShuffledTask.SEMI_HONEST,
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、对方的去重标识数，以及交集是否达到最小结果数。结果方另得知交集大小，不得知哪些记录匹配。",
                                "Both learn that the job ran, how many distinct keys the other has,"
                                        + " and whether the intersection reached the minimum. The"
                                        + " receiver also learns the size of the intersection, and not"
                                        + " which records match.")),
                ShuffledTask.SIZES,
                List.of(),
                List.of(
                        ShuffledTask.NOT_MALICIOUS,
                        ShuffledTask.MINIMUM_AT_RECEIVER,
                        ProxyCard.DIFFERENCES,
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH 与随机预言机。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, and SHA-512"
                                        + " and SHA-256 as random oracles.")),
                "E. De Cristofaro, P. Gasti, G. Tsudik, Fast and Private Computation of Cardinality"
                        + " of Set Intersection and Union, CANS 2012, ePrint 2011/141, semi-honest"
                        + " protocol, over ristretto255");
    }
}
