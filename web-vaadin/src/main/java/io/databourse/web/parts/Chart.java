package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.internal.JacksonUtils;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of figures that also stand in a table or in words beside it. Its library is one file
/// of a web jar: see `docs/decisions/2026-11-21-charts-are-one-file.md`.
@Tag("bourse-chart")
@JavaScript(Chart.LIBRARY)
@JavaScript("context://bourse-chart.js")
public final class Chart extends Component {
    static final String LIBRARY = "context://webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private final List<String> labels;
    private final List<Series> series = new ArrayList<>();
    private boolean money;
    private boolean stacked;

    /// @param words what the chart shows, for who cannot see it
    /// @param labels below the axis, one for each value of a series
    public Chart(String words, List<String> labels) {
        this.labels = List.copyOf(labels);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words);
    }

    /// The values are amounts in yuan.
    public Chart ofMoney() {
        money = true;
        return drawn();
    }

    /// Bars stand on each other.
    public Chart stacked() {
        stacked = true;
        return drawn();
    }

    /// @param values one for each label; where one is null nothing is drawn
    public Chart with(Kind kind, Tone tone, String name, List<@Nullable BigDecimal> values) {
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d labels".formatted(values.size(), labels.size()));
        }
        series.add(
                new Series(
                        name,
                        kind,
                        tone.css,
                        Collections.unmodifiableList(new ArrayList<>(values))));
        return drawn();
    }

    private Chart drawn() {
        getElement()
                .setAttribute(
                        "drawing",
                        JacksonUtils.beanToJson(new Drawing(labels, series, money, stacked))
                                .toString());
        return this;
    }

    /// How a series is drawn.
    public enum Kind {
        AREA,
        FORECAST,
        BAR
    }

    /// A colour of the style sheet.
    public enum Tone {
        ACCENT("accent"),
        WARN("warn"),
        VIOLET("violet"),
        OCHRE("ochre"),
        GREEN("green"),
        SLATE("slate"),
        PALE("pale");

        /// They are told apart, and none of them is a warning.
        private static final List<Tone> MANY = List.of(ACCENT, OCHRE, VIOLET, GREEN, SLATE, PALE);

        private final String css;

        Tone(String css) {
            this.css = css;
        }

        /// For series that mean nothing by their colour; more than six share some.
        public static Tone of(int place) {
            return MANY.get(place % MANY.size());
        }
    }

    private record Drawing(
            List<String> labels, List<Series> series, boolean money, boolean stacked) {}

    private record Series(String name, Kind kind, String tone, List<@Nullable BigDecimal> values) {}
}
