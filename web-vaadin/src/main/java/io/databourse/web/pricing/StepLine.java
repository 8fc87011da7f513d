package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.List;

/// One step of a price: its kind, what it counts, its numbers.
final class StepLine extends Div {
    private final Select<StepKind> kind = new Select<>();
    private final Select<Meter> meter = new Select<>();
    private final TextField numbers = new TextField();

    StepLine(String id) {
        addClassNames("fields", "grow");
        Inputs.name(kind, id + "-kind", "step.kind");
        kind.setItems(StepKind.values());
        kind.setItemLabelGenerator(Texts::of);
        Inputs.name(meter, id + "-meter", "step.meter");
        meter.setItems(Meter.values());
        meter.setItemLabelGenerator(Texts::of);
        meter.setValue(Meter.UNITS);
        Inputs.name(numbers, id + "-numbers", "step.numbers");
        numbers.addClassName("numbers");
        kind.addValueChangeListener(change -> follow(Inputs.value(kind)));
        kind.setValue(StepKind.PER_UNIT);
        add(kind, meter, numbers);
    }

    private void follow(StepKind now) {
        meter.setVisible(now.counts());
        numbers.setVisible(!now.example().isEmpty());
        numbers.setLabel(Texts.t("step.numbers." + now.name()));
        numbers.setPlaceholder(now.example());
    }

    /// Shows a step that exists.
    StepLine with(PriceStep step) {
        List<String> words = List.of(PriceText.write(step).split(" "));
        StepKind is = StepKind.of(words.getFirst());
        kind.setValue(is);
        if (is.counts()) {
            meter.setValue(Meter.valueOf(words.get(1)));
        }
        numbers.setValue(
                String.join(
                        " ",
                        words.subList(Math.min(words.size(), is.counts() ? 2 : 1), words.size())));
        return this;
    }

    /// Refuses what is no step, with an example of one.
    PriceStep step() {
        StepKind is = Inputs.value(kind);
        String text = is.word();
        if (is.counts()) {
            text += " " + Inputs.value(meter).name();
        }
        if (!is.example().isEmpty()) {
            Inputs.require(numbers);
            text += " " + numbers.getValue().strip();
        }
        try {
            return PriceText.read(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + numbers.getLabel(),
                                    numbers.getValue(),
                                    is.example().isEmpty() ? "–" : is.example())));
        }
    }
}
