package io.databourse.form;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A usage policy, 使用策略, as the form's second article says it. Equal policies give equal words,
/// whoever writes them.
///
/// @param recipients `CONSUMER`, `PROVIDER`
/// @param providerColumns what the provider gets of its own rows, if it is a recipient
/// @param hasRoom whether rules for code that works beside the data belong to it
public record AgreedUse(
        Collection<String> purposes,
        Collection<String> tasks,
        int maximumRuns,
        Instant notAfter,
        Collection<String> joinColumns,
        Collection<String> filterColumns,
        Collection<String> resultColumns,
        Collection<String> recipients,
        Collection<String> providerColumns,
        int minimumResultSize,
        boolean hasRoom) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZONE);

    private static final Map<String, String> PURPOSES =
            Map.of(
                    "marketing", "营销",
                    "risk-control", "风险控制",
                    "anti-fraud", "反欺诈",
                    "research", "研究",
                    "public-service", "公共服务");

    private static final Map<String, String> PARTIES = Map.of("CONSUMER", "甲方", "PROVIDER", "乙方");

    public AgreedUse {
        purposes = Set.copyOf(purposes);
        tasks = Set.copyOf(tasks);
        joinColumns = Set.copyOf(joinColumns);
        filterColumns = Set.copyOf(filterColumns);
        resultColumns = Set.copyOf(resultColumns);
        recipients = Set.copyOf(recipients);
        providerColumns = Set.copyOf(providerColumns);
    }

    String sentence() {
        return "仅可经数据交易所按次用于计算或查询，除可进入结果的字段外不接收原始数据；用途：%s；方式：%s；至多%d次；截至%s（北京时间）；"
                        .formatted(
                                list(purposes, PURPOSES),
                                list(tasks, Map.of()),
                                maximumRuns,
                                MOMENT.format(notAfter))
                + "可用于匹配的字段：%s；可设条件的字段：%s；可进入结果的字段：%s；结果接收方：%s；结果少于%d行的不予提供"
                        .formatted(
                                list(joinColumns, Map.of()),
                                list(filterColumns, Map.of()),
                                list(resultColumns, Map.of()),
                                list(recipients, PARTIES),
                                minimumResultSize)
                + (providerColumns.isEmpty()
                        ? ""
                        : "；乙方取得其自己匹配记录的字段：" + list(providerColumns, Map.of()))
                + (hasRoom ? "；代码与统计须遵守本合同文件所载沙箱规则（policy.room）" : "");
    }

    private static String list(Collection<String> values, Map<String, String> words) {
        return values.isEmpty()
                ? "无"
                : new TreeSet<>(values)
                        .stream()
                                .map(value ->
                                        words.containsKey(value)
                                                ? words.get(value) + "（" + value + "）"
                                                : value)
                                .collect(joining("、"));
    }
}
