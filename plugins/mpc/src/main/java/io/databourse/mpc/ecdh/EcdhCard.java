package io.databourse.mpc.ecdh;

import io.databourse.mpc.CardFrame;
import io.databourse.mpc.DistributedCard;
import io.databourse.mpc.PsiCard;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;

/// What people are told about `mpc/psi-ecdh`.
final class EcdhCard {
    private EcdhCard() {}

    static TaskCard card() {
        return CardFrame.distributed(
                        EcdhTask.NAME,
                        new Text("隐私求交（ECDH，小数据集）", "Private set intersection by ECDH"),
                        new Text(
                                "适合小数据集与跨平台互联：协议简单、消息公开，无需第三方；结果方得知自己的哪些记录也在对方数据中。",
                                "For small sets and for other platforms to talk to: a simple protocol"
                                        + " with open messages and without a third party. The"
                                        + " receiver learns which of its own records the other party"
                                        + " has as well."))
                .parameters(EcdhTask.PARAMETERS)
                .owners(PsiCard.data())
                .receiverLearns("自己的哪些记录匹配", "which of its records match")
                .notProtected(
                        DistributedCard.MATCHES_BELOW_MINIMUM,
                        DistributedCard.MANY_RUNS,
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH 假设与随机预言机模型中的 SHA-256、SHA-512。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, and SHA-256"
                                        + " and SHA-512 as random oracles."))
                .source(
                        "C. Meadows, A More Efficient Cryptographic Matchmaking Protocol for Use in"
                                + " the Absence of a Continuously Available Third Party, IEEE S&P"
                                + " 1986; B. Huberman, M. Franklin, T. Hogg, Enhancing Privacy and"
                                + " Trust in Electronic Communities, ACM EC 1999; hashing to the"
                                + " group by RFC 9380 and RFC 9496")
                .card();
    }
}
