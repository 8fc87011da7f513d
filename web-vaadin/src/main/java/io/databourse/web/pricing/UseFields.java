package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.pricing.book.Meter;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A use whose price is to be explained: a number for each meter that the price counts.
public final class UseFields extends Div {
    private static final String USUAL = "1000";

    private final String prefix;
    private final Map<Meter, TextField> fields = new EnumMap<>(Meter.class);

    /// @param prefix of the fields' ids, such as `use-HITS`
    public UseFields(String prefix) {
        this.prefix = prefix;
        addClassName("fields");
    }

    /// Shows fields for these meters; what was typed stays.
    public void ask(Collection<Meter> meters) {
        removeAll();
        for (Meter meter : meters) {
            add(fields.computeIfAbsent(meter, this::field));
        }
    }

    private TextField field(Meter meter) {
        TextField field = new TextField(Texts.of(meter));
        field.setId(prefix + "-" + meter);
        field.setValue(USUAL);
        return field;
    }

    /// What was typed for these meters.
    public Map<Meter, Long> use(Collection<Meter> meters) {
        Map<Meter, Long> use = new EnumMap<>(Meter.class);
        for (Meter meter : meters) {
            TextField field = fields.computeIfAbsent(meter, this::field);
            Inputs.require(field);
            use.put(meter, whole(field));
        }
        return use;
    }

    private static long whole(TextField field) {
        String text = field.getValue().strip();
        if (!text.matches("\\d{1,15}")) {
            throw Refusal.invalid(List.of(new FieldError("/" + field.getLabel(), text, USUAL)));
        }
        return Long.parseLong(text);
    }
}
