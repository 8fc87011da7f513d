package io.databourse.mpc;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-distributed`, and what the other task between two says as
/// well.
public final class DistributedCard {
    static final String TASK = "psi-distributed";

    private DistributedCard() {}

    static TaskCard card() {
        return new TaskCard(
                TASK,
                TaskCard.Kind.BATCH,
                new Text("隐私求交（两方直连）", "Private set intersection between two"),
                new Text(
                        "无需第三方：结果方得知自己的哪些记录也在对方数据中；双方得知对方的去重标识数，不得知其他任何内容。",
                        "Without a third party: the receiver learns which of its own records the"
                                + " other party has as well. Both learn how many distinct keys the"
                                + " other has, and nothing else."),
                TaskParameter.schema(PsiCard.PARAMETERS),
                List.of(PsiCard.data()),
                PsiCard.METERS,
                true,
                TaskCard.Deployment.DISTRIBUTED,
                disclosure());
    }

    private static Disclosure disclosure() {
        return disclosure(
                new Text(
                        "安全性依赖：ristretto255 上的 CDH、随机预言机与理想置换模型中的 AES、扩展卷积码正则噪声 LPN 假设。",
                        "It assumes: computational Diffie–Hellman in ristretto255, SHA-256 as"
                                + " a random oracle, AES as an ideal permutation, and learning"
                                + " parity with regular noise for an expand-convolute code."),
                "S. Raghuraman, P. Rindal, Blazing Fast PSI from Improved OKVS and Subfield VOLE, CCS"
                        + " 2022, ePrint 2022/320, semi-honest protocol; silent VOLE with the code of"
                        + " S. Raghuraman, P. Rindal, T. Tanguy, ePrint 2023/882");
    }

    /// What holds of a semi-honest intersection between two, whatever it rests on.
    ///
    /// @param assumptions what its security rests on
    /// @param source the protocol's papers
    public static Disclosure disclosure(Text assumptions, String source) {
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
                        new Disclosure.Size(
                                PsiCard.RECEIVER_SET_SIZE,
                                PsiCard.DATA,
                                new Text(
                                        "结果方的去重标识数（另一方得知）",
                                        "Distinct keys of the receiver (seen by the other owner)")),
                        new Disclosure.Size(
                                PsiCard.OTHER_SET_SIZE,
                                PsiCard.DATA,
                                new Text(
                                        "另一方的去重标识数（结果方得知）",
                                        "Distinct keys of the other owner (seen by the receiver)")),
                        new Disclosure.Size(
                                PsiCard.INTERSECTION_SIZE,
                                PsiCard.DATA,
                                new Text(
                                        "交集大小（仅结果方）", "Size of the intersection (receiver only)"))),
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
                        assumptions),
                source);
    }
}
