package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.databourse.money.Money;
import io.databourse.pricing.value.Figure;
import io.databourse.pricing.value.PriceSuggestion;
import io.databourse.pricing.value.Suggestion;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.Set;

/// A suggested interval, and for each approach its formula with every number in it.
final class SuggestionCard extends Div {
    /// Symbols whose meaning is what the merchant typed; the others have words of the page.
    private static final Set<String> NAMED = Set.of("C", "price", "weight");

    SuggestionCard(PriceSuggestion suggestion) {
        addClassNames("stack");
        add(
                Blocks.card(
                        Texts.t("suggest.result"),
                        figures(suggestion.low(), suggestion.middle(), suggestion.high()),
                        Blocks.muted(Texts.t("suggest.resultHint"))));
        suggestion.approaches().forEach(each -> add(approach(each)));
    }

    private static Div figures(Money low, Money middle, Money high) {
        var best = Blocks.text(Figures.of(middle));
        best.setId("suggest-middle");
        return Blocks.div(
                "grid fit",
                Blocks.figure(Texts.t("suggest.low"), Blocks.text(Figures.of(low)), ""),
                Blocks.figure(Texts.t("suggest.middle"), best, ""),
                Blocks.figure(Texts.t("suggest.high"), Blocks.text(Figures.of(high)), ""));
    }

    private static Div approach(Suggestion each) {
        return Blocks.card(
                Texts.of(each.approach()),
                Blocks.paragraph(
                        Figures.of(each.low())
                                + " … "
                                + Figures.of(each.middle())
                                + " … "
                                + Figures.of(each.high())),
                Blocks.mono(each.formula()),
                table(each.figures()));
    }

    private static NativeTable table(List<Figure> figures) {
        NativeTableRow heads = new NativeTableRow();
        for (String key : List.of("suggest.symbol", "suggest.meaning", "suggest.value")) {
            heads.add(new NativeTableHeaderCell(Texts.t(key)));
        }
        NativeTableBody body = new NativeTableBody();
        for (Figure figure : figures) {
            NativeTableRow row = new NativeTableRow();
            row.addDataCell().add(Blocks.mono(figure.symbol()));
            row.addDataCell().setText(meaning(figure));
            var value = row.addDataCell();
            value.addClassName("r");
            value.setText(figure.value());
            body.add(row);
        }
        return new NativeTable(new NativeTableHeader(heads), body);
    }

    /// What services say in English about a symbol has words here in both languages.
    private static String meaning(Figure figure) {
        String words = Texts.ofCode("figure", figure.symbol());
        return switch (figure.symbol()) {
            case "q", "w" -> words + " · " + Texts.ofCode("Dimension", figure.meaning());
            case "F" -> words + " " + figure.meaning().replaceAll("\\D", "");
            case "factor" -> figure.meaning();
            default -> NAMED.contains(figure.symbol()) ? words + " · " + figure.meaning() : words;
        };
    }
}
