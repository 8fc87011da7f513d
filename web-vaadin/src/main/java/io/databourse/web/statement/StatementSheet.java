package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.databourse.call.Caller;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementLine;
import io.databourse.settlement.export.StatementFiles;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/// The pieces of a statement: totals, lines, files.
@Dependent
class StatementSheet {
    private final StatementFiles files;
    private final Organisations organisations;

    @Inject
    StatementSheet(StatementFiles files, Organisations organisations) {
        this.files = files;
        this.organisations = organisations;
    }

    Component totals(Statement statement) {
        return Blocks.div(
                "grid g4",
                total("statement.gross", Figures.of(statement.gross()), "total-gross"),
                total("statement.share", Figures.of(statement.merchantShare()), "total-share"),
                total(
                        "statement.commission",
                        Figures.of(statement.commissionNet()),
                        "total-commission"),
                total("statement.vat", Figures.of(statement.vat()), "total-vat"));
    }

    private static Component total(String labelKey, String amount, String id) {
        var value = Blocks.text(amount);
        value.setId(id);
        return Blocks.figure(Texts.t(labelKey), value, Texts.t(labelKey + "Hint"));
    }

    /// The links that download it.
    Component files(Statement statement) {
        Caller caller = CurrentUser.caller();
        return Blocks.row(
                file("csv", statement, "text/csv", () -> files.csv(caller, statement)),
                file("pdf", statement, "application/pdf", () -> files.pdf(statement)));
    }

    private static Anchor file(
            String suffix, Statement statement, String type, Supplier<byte[]> content) {
        String name = "statement-%s-%s.%s".formatted(statement.period(), statement.party(), suffix);
        return Downloads.link(
                "statement-" + suffix, Texts.t("statement." + suffix), name, type, content);
    }

    Component lines(Statement statement) {
        Div lines = Blocks.div("stack", table(statement));
        if (statement.lineCount() > statement.lines().size()) {
            lines.add(
                    Blocks.next(
                            Texts.t(
                                    "statement.cut",
                                    Figures.of(statement.lines().size()),
                                    Figures.of(statement.lineCount()))));
        }
        return lines;
    }

    private Component table(Statement statement) {
        return new DataTable<StatementLine>("statement", Blocks.empty(Texts.t("statement.empty")))
                .ordered(
                        "statement.day",
                        StatementLine::day,
                        line -> line.day().toString(),
                        line -> Blocks.text("nowrap", line.day().toString()))
                .column("statement.what", this::what, line -> named(line, statement))
                .column(
                        "statement.kind",
                        line -> Texts.of(line.kind()),
                        line -> Tags.plain(Texts.of(line.kind())))
                .number("statement.units", StatementLine::units, line -> Figures.of(line.units()))
                .number("statement.gross", StatementLine::gross, line -> Figures.of(line.gross()))
                .number(
                        "statement.share",
                        StatementLine::merchantShare,
                        line -> Figures.of(line.merchantShare()))
                .number(
                        "statement.commission",
                        StatementLine::commissionNet,
                        line -> Figures.of(line.commissionNet()))
                .number("statement.vat", StatementLine::vat, line -> Figures.of(line.vat()))
                .of(statement.lines());
    }

    private String what(StatementLine line) {
        return line.productName() + " · " + other(line);
    }

    private Component named(StatementLine line, Statement statement) {
        return Blocks.div(
                "two",
                Blocks.link(line.productName(), ChargesNavigation.address(line, statement)),
                Blocks.muted(other(line)));
    }

    /// Who else has this line.
    private String other(StatementLine line) {
        return switch (line.side()) {
            case CONSUMER -> organisations.name(line.provider());
            case PROVIDER, PARTNER -> organisations.name(line.consumer());
            case BOTH, EXCHANGE ->
                    organisations.name(line.provider())
                            + " → "
                            + organisations.name(line.consumer());
        };
    }
}
