package io.databourse.sandbox;

import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What people are told about `sandbox/script`.
final class ScriptCard {
    private ScriptCard() {}

    static TaskCard card() {
        return new TaskCard(
                Names.SCRIPT,
                TaskCard.Kind.BATCH,
                new Text("沙箱脚本", "Script in the sandbox"),
                new Text(
                        "在数据方节点的封闭沙箱中运行数据方已批准的脚本；所有输出（含日志与报错）均经审核后才离开。",
                        "Runs a script that the owner has approved in a closed room at the owner's"
                                + " node. Everything that it puts out, log and errors included,"
                                + " leaves after a review only."),
                Schemas.SCRIPT,
                Roles.all(),
                List.of(Names.INPUT_ROWS),
                false,
                TaskCard.Deployment.CENTRAL,
                disclosure());
    }

    static Disclosure disclosure() {
        return new Disclosure(
                Roles.ADVERSARY,
                Map.of(
                        Names.DATA,
                        new Text(
                                "数据方得知脚本全文、其全部输出与日志。",
                                "The owner learns the whole script, all its output and its log."),
                        Names.RESULT,
                        new Text(
                                "结果方得知审核放行的文件；在此之前得知输出的字节数、预审计数，以及脚本是否超出某项资源限额。",
                                "The consumer learns the files that reviewers release; before that"
                                        + " the number of bytes, how many findings the pre-screen"
                                        + " has, and whether the script hit a limit, and which.")),
                List.of(
                        new Disclosure.Size(
                                Names.OUTPUT_ROWS,
                                Names.RESULT,
                                new Text("放行的文件数", "Number of released files"))),
                List.of(Roles.OWNER_HOST),
                List.of(
                        new Text(
                                "审核由人作出：预审只是提示，审核者可能看不出输出中编码的个体信息。",
                                "A review is made by people: the pre-screen is a hint, and reviewers"
                                        + " can miss what an output encodes."),
                        Roles.COVERT),
                "Airlock workflow after OpenSAFELY (Bennett Institute) and ACRO/SACRO (output"
                        + " pre-screen); room: bubblewrap, Linux namespaces, seccomp and cgroups");
    }
}
