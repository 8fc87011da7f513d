package io.databourse.web.product;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.registration.Column;
import io.databourse.registration.FieldDescription;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Texts;
import java.util.ArrayList;
import java.util.List;

/// The data dictionary: names and types come from the profile, the meaning from the holder.
final class DictionaryEditor extends Div {
    private final List<Line> lines = new ArrayList<>();

    DictionaryEditor(List<Column> columns) {
        FieldTable table =
                new FieldTable("field.name", "field.type", "field.description", "field.sensitive");
        for (Column column : columns) {
            Line line = new Line(column, new TextField(), new Checkbox());
            String name = column.name();
            line.description.setId("field-" + name);
            line.description.setAriaLabel(Texts.t("field.describe", name));
            line.description.setValue(name);
            line.description.setWidthFull();
            line.sensitive.setId("sensitive-" + name);
            line.sensitive.setAriaLabel(Texts.t("field.sensitiveOf", name));
            lines.add(line);
            table.line(
                    Blocks.mono(name),
                    Blocks.text(Texts.ofCode("type", column.type())),
                    line.description,
                    line.sensitive);
        }
        add(table);
    }

    void fill(List<FieldDescription> known) {
        for (FieldDescription field : known) {
            lines.stream()
                    .filter(line -> line.column.name().equals(field.name()))
                    .forEach(line -> {
                        line.description.setValue(field.description());
                        line.sensitive.setValue(field.sensitive());
                    });
        }
    }

    List<FieldDescription> fields() {
        return lines.stream().map(Line::field).toList();
    }

    private record Line(Column column, TextField description, Checkbox sensitive) {
        FieldDescription field() {
            return new FieldDescription(
                    column.name(),
                    column.type(),
                    description.getValue().strip(),
                    sensitive.getValue());
        }
    }
}
