package io.databourse.mpc.sum;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.ecdh.ShuffledTask;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-sum-distributed`.
final class DistributedCard {
    static final String NAME = "psi-sum-distributed";

    private DistributedCard() {}

    static TaskCard card() {
        return new TaskCard(
                NAME,
                TaskCard.Kind.BATCH,
                new Text("隐私求交求和（两方直连）", "Sums over a private set intersection between two"),
                new Text(
                        "无需第三方：结果方仅得知双方共有的标识数，以及对方列在共有记录上的合计，不得知是哪些记录；双方得知对方的去重标识数。",
                        "Without a third party: the receiver learns how many identifiers both owners"
                                + " have and the sums of the other owner's columns over them, and not"
                                + " which they are. Both learn how many distinct keys the other has."),
                TaskParameter.schema(SumParameters.ALL),
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
                                "双方得知任务已运行、对方的去重标识数，以及交集是否达到最小结果数。结果方另得知交集大小和合计，不得知哪些记录匹配。",
                                "Both learn that the job ran, how many distinct keys the other has,"
                                        + " and whether the intersection reached the minimum. The"
                                        + " receiver also learns the size of the intersection and the"
                                        + " sums, and not which records match.")),
                ShuffledTask.SIZES,
                List.of(),
                List.of(
                        ShuffledTask.NOT_MALICIOUS,
                        ShuffledTask.MINIMUM_AT_RECEIVER,
                        ProxyCard.ROUNDED_BY_RECEIVER,
                        ProxyCard.DIFFERENCES,
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH、随机预言机与理想置换模型中的 AES。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, SHA-512 and"
                                        + " SHA-256 as random oracles, and AES as an ideal"
                                        + " permutation.")),
                "M. Ion et al., On Deploying Secure Computation: Private"
                        + " Intersection-Sum-with-Cardinality, EuroS&P 2020, ePrint 2019/723, semi-honest"
                        + " protocol, with products by oblivious transfer (N. Gilboa, CRYPTO 1999)"
                        + " instead of homomorphic encryption");
    }
}
