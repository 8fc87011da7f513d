package io.databourse.settlement.export;

import io.databourse.money.Money;
import io.databourse.pdf.PdfFont;
import io.databourse.pdf.PdfPages;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A statement on paper: head, totals, lines.
final class StatementPdf {
    private static final float TITLE = 16;
    private static final float TEXT = 9;
    private static final float STEP = 14;

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("日期 Day", 60, false, line -> line.day().toString()),
                    new Column("类别 Kind", 52, false, StatementPdf::kind),
                    new Column("产品 Product", 150, false, StatementLine::productName),
                    new Column("用量 Units", 44, true, line -> Long.toString(line.units())),
                    amount("总额 Gross", StatementLine::gross),
                    amount("供方 Provider", StatementLine::merchantShare),
                    amount("分润 Partners", StatementLine::partnerShare),
                    amount("佣金 Fee", StatementLine::commissionNet),
                    amount("税额 VAT", StatementLine::vat),
                    amount("付 Paid", StatementLine::paid),
                    amount("得 Earned", StatementLine::earned));

    private final Statement statement;

    StatementPdf(Statement statement) {
        this.statement = statement;
    }

    byte[] bytes() {
        try (PDDocument document = new PDDocument()) {
            PdfFont font = new PdfFont(document);
            try (PdfPages pages = PdfPages.landscape(document, font, footer())) {
                head(pages);
                lines(pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the statement cannot be written as PDF", e);
        }
    }

    private String footer() {
        return statement.id().map(StatementId::value).orElse("未关账 month is open")
                + "  ·  "
                + statement.party();
    }

    private void head(PdfPages pages) throws IOException {
        pages.down(TITLE);
        pages.text("结算单 Statement  " + statement.period(), TITLE, 0, pages.width(), false);
        pages.down(TITLE + STEP / 2);
        line(pages, "单位 Party", statement.partyName() + "  " + statement.party());
        line(pages, "身份 Side", side(statement.side()));
        line(pages, "状态 State", state());
        line(pages, "总额 Gross", statement.gross().toString());
        line(pages, "供方所得 Provider's share", statement.merchantShare().toString());
        line(pages, "分润 Partners' shares", statement.partnerShare().toString());
        line(pages, "佣金（不含税） Commission, net", statement.commissionNet().toString());
        line(pages, "增值税 VAT", statement.vat().toString());
        line(pages, "本方付 Paid", statement.paid().toString());
        line(pages, "本方得 Earned", statement.earned().toString());
        pages.down(STEP);
    }

    private static void line(PdfPages pages, String label, String value) throws IOException {
        pages.text(label, TEXT, 0, 170, false);
        pages.text(value, TEXT, 180, pages.width() - 180, false);
        pages.down(STEP);
    }

    private void lines(PdfPages pages) throws IOException {
        columns(pages);
        for (StatementLine line : statement.lines()) {
            if (!pages.has(STEP)) {
                pages.nextPage();
                pages.down(STEP);
                columns(pages);
            }
            float x = 0;
            for (Column column : COLUMNS) {
                pages.text(column.value.apply(line), TEXT, x, column.width, column.right);
                x += column.width + 6;
            }
            pages.down(STEP);
        }
        long more = statement.lineCount() - statement.lines().size();
        if (more > 0) {
            pages.text(
                    "另有 %d 行，见 CSV。 %d more lines are in the CSV.".formatted(more, more),
                    TEXT,
                    0,
                    pages.width(),
                    false);
        }
    }

    private static void columns(PdfPages pages) throws IOException {
        float x = 0;
        for (Column column : COLUMNS) {
            pages.text(column.label, TEXT, x, column.width, column.right);
            x += column.width + 6;
        }
        pages.rule();
        pages.down(STEP);
    }

    private static Column amount(String label, Function<StatementLine, Money> part) {
        return new Column(label, 56, true, line -> part.apply(line).amount());
    }

    private static String kind(StatementLine line) {
        return switch (line.kind()) {
            case RUN -> "任务 Run";
            case CALLS -> "调用 Calls";
            case PERIOD -> "包周期 Period";
            case REFUND -> "退款 Refund";
        };
    }

    private String state() {
        return switch (statement.state()) {
            case OPEN -> "未关账 OPEN";
            case DRAFT -> "草稿 DRAFT";
            case APPROVED -> "已批准 APPROVED";
            case CLOSED -> "已定稿 CLOSED";
        };
    }

    private static String side(Statement.Side side) {
        return switch (side) {
            case CONSUMER -> "买方 Consumer";
            case PROVIDER -> "供方 Provider";
            case PARTNER -> "分润方 Partner";
            case BOTH -> "多重身份 Several";
            case EXCHANGE -> "交易所 Exchange";
        };
    }

    private record Column(
            String label, float width, boolean right, Function<StatementLine, String> value) {}
}
