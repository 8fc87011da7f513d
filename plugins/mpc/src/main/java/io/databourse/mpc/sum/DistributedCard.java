package io.databourse.mpc.sum;

import io.databourse.mpc.CardFrame;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;

/// What people are told about `mpc/psi-sum-distributed`.
final class DistributedCard {
    static final String NAME = "psi-sum-distributed";

    private DistributedCard() {}

    static TaskCard card() {
        return CardFrame.distributed(
                        NAME,
                        new Text(
                                "隐私求交求和（两方直连）", "Sums over a private set intersection between two"),
                        new Text(
                                "无需第三方：结果方仅得知双方共有的标识数，以及对方列在共有记录上的合计，不得知是哪些记录；双方得知对方的去重标识数。",
                                "Without a third party: the receiver learns how many identifiers both"
                                        + " owners have and the sums of the other owner's columns"
                                        + " over them, and not which they are. Both learn how many"
                                        + " distinct keys the other has."))
                .parameters(SumParameters.ALL)
                .owners(ProxyCard.owners())
                .receiverLearns(
                        "交集大小和合计，不得知哪些记录匹配",
                        "the size of the intersection and the sums, and not which records match")
                .notProtected(
                        io.databourse.mpc.DistributedCard.COUNT_BELOW_MINIMUM,
                        ProxyCard.ROUNDED_BY_RECEIVER,
                        ProxyCard.DIFFERENCES,
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH、随机预言机与理想置换模型中的 AES。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, SHA-512 and"
                                        + " SHA-256 as random oracles, and AES as an ideal"
                                        + " permutation."))
                .source(
                        "M. Ion et al., On Deploying Secure Computation: Private"
                                + " Intersection-Sum-with-Cardinality, EuroS&P 2020, ePrint 2019/723,"
                                + " semi-honest protocol, with products by oblivious transfer (N."
                                + " Gilboa, CRYPTO 1999) instead of homomorphic encryption")
                .card();
    }
}
