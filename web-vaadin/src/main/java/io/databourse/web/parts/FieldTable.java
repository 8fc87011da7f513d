package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.databourse.registration.FieldDescription;
import java.util.List;

/// A small table without sorting, such as the data dictionary, 数据字典.
public final class FieldTable extends NativeTable {
    private final NativeTableBody body = new NativeTableBody();

    public FieldTable(String... labelKeys) {
        NativeTableRow heads = new NativeTableRow();
        for (String key : labelKeys) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.t(key));
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        }
        add(new NativeTableHeader(heads), body);
    }

    public static FieldTable of(List<FieldDescription> fields) {
        FieldTable table =
                new FieldTable("field.name", "field.type", "field.description", "field.sensitive");
        fields.forEach(field ->
                table.line(
                        Blocks.mono(field.name()),
                        Blocks.text(Texts.ofCode("type", field.type())),
                        Blocks.text(field.description()),
                        field.sensitive()
                                ? Tags.warn(Texts.t("field.isSensitive"))
                                : Blocks.muted("–")));
        return table;
    }

    public FieldTable line(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component cell : cells) {
            row.addDataCell().add(cell);
        }
        body.add(row);
        return this;
    }
}
