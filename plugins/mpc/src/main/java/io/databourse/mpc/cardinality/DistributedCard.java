package io.databourse.mpc.cardinality;

import io.databourse.mpc.CardFrame;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;

/// What people are told about `mpc/psi-cardinality-distributed`.
final class DistributedCard {
    static final String NAME = "psi-cardinality-distributed";

    private DistributedCard() {}

    static TaskCard card() {
        return CardFrame.distributed(
                        NAME,
                        new Text("隐私求交计数（两方直连）", "Size of a private set intersection between two"),
                        new Text(
                                "无需第三方：结果方仅得知双方共有的标识数，不得知是哪些；双方得知对方的去重标识数。",
                                "Without a third party: the receiver learns how many identifiers both"
                                        + " owners have, and not which. Both learn how many distinct"
                                        + " keys the other has."))
                .parameters(CardinalityTasks.PARAMETERS)
                .owners(ProxyCard.owners())
                .receiverLearns(
                        "交集大小，不得知哪些记录匹配",
                        "the size of the intersection, and not which records match")
                .notProtected(
                        io.databourse.mpc.DistributedCard.COUNT_BELOW_MINIMUM,
                        ProxyCard.DIFFERENCES,
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH 与随机预言机。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, and SHA-512"
                                        + " and SHA-256 as random oracles."))
                .source(
                        "E. De Cristofaro, P. Gasti, G. Tsudik, Fast and Private Computation of"
                                + " Cardinality of Set Intersection and Union, CANS 2012, ePrint"
                                + " 2011/141, semi-honest protocol, over ristretto255")
                .card();
    }
}
