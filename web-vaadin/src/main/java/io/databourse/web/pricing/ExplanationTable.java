package io.databourse.web.pricing;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.databourse.pricing.book.ExplainedLine;
import io.databourse.web.parts.Language;
import io.databourse.web.parts.Texts;
import java.util.List;

/// How an amount comes about: each step as a sentence, what it adds, and the sum after it.
public final class ExplanationTable extends NativeTable {
    public ExplanationTable(List<ExplainedLine> steps) {
        addClassName("figures");
        setId("explanation");
        NativeTableRow heads = new NativeTableRow();
        for (String key : List.of("explain.step", "explain.amount", "explain.total")) {
            heads.add(new NativeTableHeaderCell(Texts.t(key)));
        }
        NativeTableBody body = new NativeTableBody();
        for (ExplainedLine step : steps) {
            NativeTableRow row = new NativeTableRow();
            row.addDataCell().setText(Texts.language() == Language.EN ? step.en() : step.zh());
            row.addDataCell().setText(step.amount());
            row.addDataCell().setText(step.total());
            body.add(row);
        }
        add(new NativeTableHeader(heads), body);
    }
}
