package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Fields of forms: a stable id, a label in the page's language, and what is missing said at once.
public final class Inputs {
    private Inputs() {}

    public static <C extends Component & HasLabel> C name(C field, String id, String labelKey) {
        field.setId(id);
        field.setLabel(Texts.t(labelKey));
        return field;
    }

    /// The values of fields that must not be empty, checked by [#require].
    public static <V> V value(HasValue<?, V> field) {
        return Optional.ofNullable(field.getValue()).orElseThrow(IllegalStateException::new);
    }

    /// Marks the fields that are empty and refuses if there is one.
    public static void require(HasValue<?, ?>... fields) {
        List<FieldError> missing =
                Arrays.stream(fields)
                        .filter(Inputs::marked)
                        .map(field ->
                                new FieldError("/" + label(field), Texts.t("input.missing"), ""))
                        .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    private static String label(HasValue<?, ?> field) {
        return field instanceof HasLabel labelled ? labelled.getLabel() : "";
    }

    private static boolean marked(HasValue<?, ?> field) {
        boolean empty = field.isEmpty();
        if (field instanceof HasValidationProperties marks) {
            marks.setInvalid(empty);
            marks.setErrorMessage(empty ? Texts.t("input.missing") : "");
        }
        return empty;
    }

    /// The calendar's words; dates are written year first in both languages.
    public static DatePicker.DatePickerI18n calendar() {
        DateFormatSymbols words = new DateFormatSymbols(Texts.locale());
        return new DatePicker.DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setMonthNames(Arrays.asList(words.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(words.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(words.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setToday(Texts.t("input.today"))
                .setCancel(Texts.t("action.cancel"));
    }
}
