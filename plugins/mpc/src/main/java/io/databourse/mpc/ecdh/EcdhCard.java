package io.databourse.mpc.ecdh;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

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
        return new Disclosure(
                new Text(
                        "半诚实：双方按协议执行，但可能分析其所见。",
                        "Semi-honest: both parties follow the protocol and may study what they"
                                + " see."),
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、对方的去重标识数，以及交集是否达到最小结果数。结果方另得知自己的哪些记录匹配。",
                                "Both learn that the job ran, how many distinct keys the other has,"
                                        + " and whether the intersection reached the minimum. The"
                                        + " receiver also learns which of its records match.")),
                List.of(
                        size(
                                PsiCard.RECEIVER_SET_SIZE,
                                "结果方的去重标识数（另一方得知）",
                                "Distinct keys of the receiver (seen by the other owner)"),
                        size(
                                PsiCard.OTHER_SET_SIZE,
                                "另一方的去重标识数（结果方得知）",
                                "Distinct keys of the other owner (seen by the receiver)"),
                        size(
                                PsiCard.INTERSECTION_SIZE,
                                "交集大小（仅结果方）",
                                "Size of the intersection (receiver only)")),
                List.of(),
                List.of(
                        new Text(
                                "不防止恶意方：任一方可虚报输入；偏离协议的一方可能得知更多。",
                                "Not against malicious parties: an owner can make up its input, and"
                                        + " one that departs from the protocol may learn more."),
                        new Text(
                                "最小结果数由结果方的节点执行，并无中立方：交集小于最小结果数时，结果方节点的内存中仍曾有过匹配结果。",
                                "The minimum result size is kept by the receiver's node, for there is"
                                        + " no neutral party: an intersection below it has been in"
                                        + " the memory of that node."),
                        new Text(
                                "不防止结果方通过多次求交推断：由合约的次数限制。",
                                "Not against what a receiver infers from many runs: the contract's"
                                        + " number of runs limits that."),
                        new Text(
                                "安全性依赖：ristretto255 上的 DDH 假设与随机预言机模型中的 SHA-256、SHA-512。",
                                "It assumes: decisional Diffie–Hellman in ristretto255, and SHA-256"
                                        + " and SHA-512 as random oracles.")),
                "C. Meadows, A More Efficient Cryptographic Matchmaking Protocol for Use in the"
                        + " Absence of a Continuously Available Third Party, IEEE S&P 1986; B."
                        + " Huberman, M. Franklin, T. Hogg, Enhancing Privacy and Trust in"
                        + " Electronic Communities, ACM EC 1999; hashing to the group by RFC 9380"
                        + " and RFC 9496");
    }

    private static Disclosure.Size size(String name, String zh, String en) {
        return new Disclosure.Size(name, PsiCard.DATA, new Text(zh, en));
    }
}
