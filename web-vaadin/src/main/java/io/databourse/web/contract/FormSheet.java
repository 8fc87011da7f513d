package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import io.databourse.form.FormBlock;
import io.databourse.web.parts.Blocks;
import java.util.List;

/// A filled form on the screen. It is Chinese in every language of the page.
final class FormSheet extends Section {
    FormSheet(String text) {
        setId("contract-text");
        addClassNames("card", "paper");
        getElement().setAttribute("lang", "zh-CN");
        FormBlock.of(text).forEach(block -> add(component(block)));
    }

    private static Component component(FormBlock block) {
        return switch (block) {
            case FormBlock.Title(var title) -> new H2(title);
            case FormBlock.Heading(var heading) -> new H3(heading);
            case FormBlock.Paragraph(var line) -> Blocks.paragraph(line);
            case FormBlock.Table(var rows) -> table(rows);
        };
    }

    private static Component table(List<List<String>> rows) {
        NativeTableRow heads = new NativeTableRow();
        rows.getFirst()
                .forEach(head -> {
                    NativeTableHeaderCell cell = new NativeTableHeaderCell(head);
                    cell.getElement().setAttribute("scope", "col");
                    heads.add(cell);
                });
        NativeTableBody body = new NativeTableBody();
        for (List<String> row : rows.subList(1, rows.size())) {
            NativeTableRow line = new NativeTableRow();
            row.forEach(text -> line.add(new NativeTableCell(text)));
            body.add(line);
        }
        return new NativeTable(new NativeTableHeader(heads), body);
    }
}
