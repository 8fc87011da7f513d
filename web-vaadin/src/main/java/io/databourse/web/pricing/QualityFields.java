package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.money.Rational;
import io.databourse.pricing.value.PairwiseComparison;
import io.databourse.pricing.value.QualityScore;
import io.databourse.pricing.value.QualityScore.Dimension;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Scores of the six dimensions of quality, and how important each is. How important two are beside
/// each other follows from that, so these judgements never contradict each other.
final class QualityFields extends Div {
    private final Map<Dimension, TextField> scores = new EnumMap<>(Dimension.class);
    private final Map<Dimension, TextField> weights = new EnumMap<>(Dimension.class);

    QualityFields() {
        addClassName("stack");
        add(Blocks.muted(Texts.t("suggest.qualityHint")));
        for (Dimension dimension : Dimension.values()) {
            TextField score = ApproachForm.number("quality-" + dimension, "suggest.score", "0.9");
            score.setLabel(Texts.of(dimension));
            TextField weight =
                    ApproachForm.number("importance-" + dimension, "suggest.importance", "1");
            scores.put(dimension, score);
            weights.put(dimension, weight);
            add(Blocks.div("fields", score, weight));
        }
    }

    QualityScore score() {
        Map<Dimension, Rational> said = new EnumMap<>(Dimension.class);
        scores.forEach((dimension, field) -> said.put(dimension, ApproachForm.exact(field)));
        List<Rational> importance = weights.values().stream().map(ApproachForm::exact).toList();
        List<List<Rational>> judgements = new ArrayList<>();
        for (Rational one : importance) {
            judgements.add(importance.stream().map(one::dividedBy).toList());
        }
        return new QualityScore(said, new PairwiseComparison(judgements));
    }
}
