package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.settlement.report.Forecast;
import io.databourse.settlement.report.Outlook;
import io.databourse.settlement.report.UsedDay;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Chart;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the units went, day by day, and how they will go at the rate of the last days.
final class BurnDownCard extends Div {
    /// So far into the future the chart looks; the words beside it look on.
    private static final int DAYS_AHEAD = 60;

    BurnDownCard(Outlook outlook) {
        addClassName("card");
        String words = words(outlook.forecast());
        Component forecast = Blocks.paragraph(words);
        forecast.setId("forecast");
        add(new H2(Texts.t("quota.burnDown")), forecast);
        if (outlook.quota().consumed() > 0) {
            add(chart(outlook, words));
        }
    }

    private static String words(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Empty() -> Texts.t("quota.forecast.empty");
            case Forecast.Unused(int days) -> Texts.t("quota.forecast.unused", days);
            case Forecast.UsedUp(long units, int days, LocalDate on) ->
                    Texts.t("quota.forecast.usedUp", days, Figures.of(units), on.toString());
            case Forecast.Outlasts(long units, int days, LocalDate end, long left) ->
                    Texts.t(
                            "quota.forecast.outlasts",
                            days,
                            Figures.of(units),
                            end.toString(),
                            Figures.of(left));
        };
    }

    private static Component chart(Outlook outlook, String words) {
        List<UsedDay> past = outlook.days();
        UsedDay today = past.getLast();
        List<BigDecimal> ahead = ahead(outlook.forecast(), today);
        List<String> labels = new ArrayList<>();
        List<@Nullable BigDecimal> left = new ArrayList<>();
        List<@Nullable BigDecimal> forecast = new ArrayList<>();
        for (UsedDay day : past) {
            labels.add(label(day.day()));
            left.add(BigDecimal.valueOf(day.left()));
            forecast.add(day.equals(today) ? BigDecimal.valueOf(day.left()) : null);
        }
        for (int i = 0; i < ahead.size(); i++) {
            labels.add(label(today.day().plusDays(i + 1L)));
            left.add(null);
            forecast.add(ahead.get(i));
        }
        Chart chart =
                new Chart(Texts.t("quota.burnDown") + ": " + words, labels)
                        .with(Chart.Kind.AREA, Chart.Tone.ACCENT, Texts.t("quota.title"), left);
        return ahead.isEmpty()
                ? chart
                : chart.with(
                        Chart.Kind.FORECAST, Chart.Tone.WARN, Texts.t("quota.forecast"), forecast);
    }

    /// What will be left at the end of each coming day.
    private static List<BigDecimal> ahead(Forecast forecast, UsedDay today) {
        return switch (forecast) {
            case Forecast.Empty(), Forecast.Unused(_) -> List.of();
            case Forecast.UsedUp(long units, int days, LocalDate on) ->
                    ahead(units, days, on, today);
            case Forecast.Outlasts(long units, int days, LocalDate end, _) ->
                    ahead(units, days, end, today);
        };
    }

    private static List<BigDecimal> ahead(long units, int days, LocalDate until, UsedDay today) {
        long most = Math.min(DAYS_AHEAD, ChronoUnit.DAYS.between(today.day(), until));
        List<BigDecimal> ahead = new ArrayList<>();
        for (long day = 1; day <= most; day++) {
            BigDecimal used =
                    BigDecimal.valueOf(units * day)
                            .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
            ahead.add(BigDecimal.valueOf(today.left()).subtract(used).max(BigDecimal.ZERO));
        }
        return ahead;
    }

    private static String label(LocalDate day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
