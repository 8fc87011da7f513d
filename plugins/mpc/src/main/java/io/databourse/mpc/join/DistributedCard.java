package io.databourse.mpc.join;

import io.databourse.mpc.CardFrame;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;

/// What people are told about `mpc/psi-join-distributed`.
final class DistributedCard {
    private DistributedCard() {}

    static TaskCard card() {
        return CardFrame.distributed(
                        "psi-join-distributed",
                        new Text("隐私求交并取列（两方直连）", "Private join between two"),
                        new Text(
                                "无需第三方：结果方得到自己匹配的记录，并附上合同许可的对方列；双方得知对方的去重标识数，不得知对方其他记录的任何内容。",
                                "Without a third party: the receiver gets its own matching records and"
                                        + " beside them the columns of the other owner that the"
                                        + " contract permits. Both learn how many distinct keys the"
                                        + " other has, and nothing of other records."))
                .parameters(JoinTasks.PARAMETERS)
                .owners(ProxyCard.owners())
                .receiverLearns(
                        "自己的哪些记录匹配，以及这些记录在对方的结果列",
                        "which of its records match, and the other owner's result columns of these")
                .notProtected(
                        io.databourse.mpc.DistributedCard.MATCHES_BELOW_MINIMUM,
                        io.databourse.mpc.DistributedCard.MANY_RUNS,
                        io.databourse.mpc.DistributedCard.ASSUMPTIONS)
                .source(
                        io.databourse.mpc.DistributedCard.SOURCE
                                + "; columns of the other owner under a second part of the"
                                + " pseudorandom function's value: M. Freedman, Y. Ishai, B. Pinkas,"
                                + " O. Reingold, Keyword Search and Oblivious Pseudorandom Functions,"
                                + " TCC 2005, and E. De Cristofaro, G. Tsudik, Practical Private Set"
                                + " Intersection Protocols with Linear Complexity, FC 2010, ePrint"
                                + " 2009/491")
                .resumable()
                .card();
    }
}
