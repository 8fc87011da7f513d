package io.databourse.web.revenue;

import io.databourse.money.Money;
import io.databourse.settlement.report.RevenueLine;
import io.databourse.web.parts.Chart;
import io.databourse.web.parts.Texts;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Earnings by month, in a colour for each product or buyer; beyond the five largest they are one.
final class RevenueChart {
    private static final int MOST = 5;

    private RevenueChart() {}

    static Chart of(
            List<RevenueLine> lines,
            YearMonth from,
            YearMonth to,
            Function<RevenueLine, String> group) {
        List<YearMonth> months =
                Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                        .toList();
        List<String> largest = largest(lines, group);
        Map<String, List<RevenueLine>> groups = new LinkedHashMap<>();
        largest.forEach(name -> groups.put(name, new ArrayList<>()));
        for (RevenueLine line : lines) {
            String name = group.apply(line);
            groups.computeIfAbsent(
                            largest.contains(name) ? name : Texts.t("revenue.others"),
                            each -> new ArrayList<>())
                    .add(line);
        }
        Chart chart =
                new Chart(
                        Texts.t(
                                "revenue.chart",
                                from,
                                to,
                                Texts.list(List.copyOf(groups.keySet()))),
                        months.stream().map(YearMonth::toString).toList());
        int place = 0;
        for (var each : groups.entrySet()) {
            chart.with(
                    Chart.Kind.BAR,
                    Chart.Tone.of(place++),
                    each.getKey(),
                    byMonth(each.getValue(), months));
        }
        return chart.stacked().ofMoney();
    }

    private static List<String> largest(
            List<RevenueLine> lines, Function<RevenueLine, String> group) {
        Map<String, Long> sums =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        group,
                                        Collectors.summingLong(line -> line.earned().minor())));
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<@Nullable BigDecimal> byMonth(
            List<RevenueLine> lines, List<YearMonth> months) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (YearMonth month : months) {
            values.add(
                    lines.stream()
                            .filter(line -> line.month().equals(month))
                            .map(RevenueLine::earned)
                            .reduce(Money::add)
                            .map(earned -> new BigDecimal(earned.amount()))
                            .orElse(BigDecimal.ZERO));
        }
        return values;
    }
}
