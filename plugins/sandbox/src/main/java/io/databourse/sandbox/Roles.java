package io.databourse.sandbox;

import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Set;

/// The two parts, and what is said of both tasks alike.
final class Roles {
    static final int MOST_COLUMNS = 256;

    static final Text ADVERSARY =
            new Text(
                    "不可信的是结果方及其查询或脚本：可恶意构造。数据方节点的操作系统、本插件与审核者须可信。",
                    "The consumer and its question or script are not trusted and may be malicious."
                            + " The operating system of the owner's node, this plugin and the"
                            + " reviewers are.");

    static final Text OWNER_HOST =
            new Text(
                    "审核者不得与结果方合谋：放行的内容即离开。",
                    "Reviewers must not collude with the consumer: what they release leaves.");

    static final Text COVERT =
            new Text(
                    "不防隐蔽信道：运行时间、是否结束、输出大小与次序可编码信息，只能由次数与代码审核限制。",
                    "Not against covert channels: time, whether a run ends, sizes and order can"
                            + " encode something; only the number of runs and the review of code"
                            + " bound that.");

    private Roles() {}

    static List<TaskCard.Role> all() {
        return List.of(
                new TaskCard.Role(
                        Names.DATA,
                        new Text("数据方", "Data owner"),
                        1,
                        1,
                        List.of(
                                new TaskCard.ColumnUse(
                                        TaskCard.ColumnUse.RESULT,
                                        1,
                                        MOST_COLUMNS,
                                        Set.of(Schema.Type.values()),
                                        false)),
                        new Text(
                                "留存待审输出，直至放行、拒绝或过期。",
                                "It keeps outputs that wait for a review until they are released,"
                                        + " rejected or too old.")),
                new TaskCard.Role(
                        Names.RESULT,
                        new Text("结果方", "Consumer"),
                        1,
                        1,
                        List.of(),
                        new Text("得到放行的结果。", "It holds the result once that may leave.")));
    }
}
