package io.databourse.mpc.verified;

import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TaskParameter;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `mpc/psi-verified`.
final class VerifiedCard {
    private VerifiedCard() {}

    static TaskCard card() {
        return new TaskCard(
                "psi-verified",
                TaskCard.Kind.BATCH,
                new Text("隐私求交（可发现计算节点作弊）", "Private set intersection, verified"),
                new Text(
                        "与隐私求交相同，但计算节点增删匹配会被结果方发现：默认参数下不被发现的概率低于百万分之一。",
                        "Private set intersection of which the receiver checks the answer: a compute"
                                + " node that drops or adds matches goes unnoticed less than once in"
                                + " a million with the default parameters."),
                TaskParameter.schema(Planting.PARAMETERS),
                List.of(PsiCard.data(), PsiCard.compute()),
                PsiCard.METERS,
                true,
                TaskCard.Deployment.PROXY,
                disclosure());
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                new Text(
                        "计算节点可恶意：增删匹配而不被发现的概率小于 t^-(λ-1)，λ 为副本数，t 为虚拟标识数，默认 2^-20。"
                                + "数据方半诚实：按协议执行，但可能分析其所见。",
                        "The compute node may do anything: that it drops or adds matches and the"
                                + " receiver does not notice has a probability below t^-(λ-1) with λ"
                                + " copies and t planted identifiers, 2^-20 by default. Data owners"
                                + " are semi-honest: they follow the protocol and may study what they"
                                + " see."),
                Map.of(
                        PsiCard.DATA,
                        new Text(
                                "双方得知任务已运行、交集是否达到最小结果数，以及结果方的检查是否通过。结果方另得知自己的哪些记录匹配。",
                                "Both learn that the job ran, whether the intersection reached the"
                                        + " minimum, and how the receiver's check ended. The receiver"
                                        + " also learns which of its records match."),
                        PsiCard.COMPUTE,
                        PsiCard.LEARNED_BY_NODE),
                PsiCard.PROXY_SIZES.stream()
                        .filter(size -> !size.name().equals(PsiCard.TAG_BYTES))
                        .toList(),
                List.of(PsiCard.NODE_KEEPS_APART),
                List.of(
                        new Text(
                                "计算节点可使任务得不到结果，包括谎称交集未达最小结果数；它不能使结果方得到错误结果而不被发现。",
                                "The compute node can keep the job from having a result, also by"
                                        + " saying that the intersection is below the minimum; it"
                                        + " cannot make the receiver take a wrong result unnoticed."),
                        new Text(
                                "不防止恶意数据方：数据方可虚报输入。",
                                "Not against malicious owners: an owner can make up its input."),
                        PsiCard.MANY_RUNS),
                "S. Kamara, P. Mohassel, M. Raykova, S. Sadeghian, Scaling Private Set Intersection"
                        + " to Billion-Element Sets, Financial Cryptography 2014, server-aided"
                        + " protocol with a malicious server");
    }
}
