package io.databourse.mpc.ecdh;

import io.databourse.mpc.DistributedCard;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;

/// What people are told about `mpc/psi-ecdh`.
final class EcdhCard {
    private EcdhCard() {}

    static TaskCard card() {
        return new TaskCard(
                EcdhTask.NAME,
                TaskCard.Kind.BATCH,
                new Text("隐私求交（ECDH，小数据集）", "Private set intersection by ECDH"),
                new Text(
                        "适合小数据集与跨平台互联：协议简单、消息公开，无需第三方；结果方得知自己的哪些记录也在对方数据中。",
                        "For small sets and for other platforms to talk to: a simple protocol with"
                                + " open messages and without a third party. The receiver learns"
                                + " which of its own records the other party has as well."),
                TaskParameter.schema(EcdhTask.PARAMETERS),
                List.of(PsiCard.data()),
                PsiCard.METERS,
                false,
                TaskCard.Deployment.DISTRIBUTED,
                disclosure());
    }

    private static Disclosure disclosure() {
        return DistributedCard.disclosure(
                new Text(
                        "安全性依赖：ristretto255 上的 DDH 假设与随机预言机模型中的 SHA-256、SHA-512。",
                        "It assumes: decisional Diffie–Hellman in ristretto255, and SHA-256 and"
                                + " SHA-512 as random oracles."),
                "C. Meadows, A More Efficient Cryptographic Matchmaking Protocol for Use in the"
                        + " Absence of a Continuously Available Third Party, IEEE S&P 1986; B."
                        + " Huberman, M. Franklin, T. Hogg, Enhancing Privacy and Trust in"
                        + " Electronic Communities, ACM EC 1999; hashing to the group by RFC 9380"
                        + " and RFC 9496");
    }
}
