package io.databourse.web.pricing;

import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.money.Rational;
import io.databourse.pricing.value.Interval;
import io.databourse.web.parts.Inputs;
import java.util.List;
import java.util.function.Function;

/// Fields for the exact numbers of price suggestions.
final class ApproachForm {
    private ApproachForm() {}

    static TextField number(String id, String labelKey, String usual) {
        TextField field = Inputs.name(new TextField(), id, labelKey);
        field.setValue(usual);
        return field;
    }

    /// A decimal or a fraction.
    static Rational exact(TextField field) {
        return read(field, Rational::parseFraction, "0.15");
    }

    static long whole(TextField field) {
        return read(field, Long::parseLong, "1000");
    }

    /// Two numbers that something lies between.
    static Interval interval(TextField low, TextField high) {
        Rational from = exact(low);
        return read(high, text -> new Interval(from, Rational.parseFraction(text)), "≥ " + from);
    }

    private static <T> T read(TextField field, Function<String, T> parse, String example) {
        String text = field.getValue().strip();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(new FieldError("/" + field.getLabel(), text, example)));
        }
    }
}
