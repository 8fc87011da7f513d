package io.databourse.settlement.export;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementLine;
import io.databourse.settlement.StatementService;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StatementFilesTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final Sales sales = new Sales(market);
    private final YearMonth month = Sales.month();
    private final StatementFiles files = exchange.bean(StatementFiles.class);

    @Test
    @Tag("G14")
    void the_lines_of_the_csv_add_up_to_what_the_ledger_says() {
        Statement statement = closed();
        List<String> lines =
                new String(files.csv(market.airline, statement), StandardCharsets.UTF_8)
                        .lines()
                        .toList();

        assertThat(lines.getFirst()).startsWith("\uFEFFperiod,day,side,kind,");
        BigDecimal earned =
                lines.stream()
                        .skip(1)
                        .map(line -> new BigDecimal(last(line)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var payable =
                SettlementAccounts.payable(
                        sales.contract.provider(), PartnerRole.PROVIDER, CurrencyCode.CNY);
        long posted = exchange.bean(LedgerService.class).balance(payable).posted();
        assertThat(earned).isEqualByComparingTo(BigDecimal.valueOf(posted, 2));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).contains("2026航旅会员标签");
    }

    @Test
    @Tag("G14")
    void the_pdf_shows_the_totals_and_the_lines_in_chinese() throws IOException {
        Statement statement = closed();
        try (PDDocument pdf = Loader.loadPDF(files.pdf(statement))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("结算单 Statement  " + month)
                    .contains("增值税 VAT")
                    .contains("2026航旅会员标签")
                    .contains("任务 Run")
                    .contains(Money.cny("2940.00").toString())
                    .contains("CLOSED")
                    .contains(market.airlineMerchant.name());
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("NotoSansSC-Regular");
            }
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_long_statement_takes_pages_and_a_strange_character_a_box() throws IOException {
        Statement full = closed();
        var line = full.lines().getFirst();
        Statement strange =
                new Statement(
                        Optional.empty(),
                        full.state(),
                        full.party(),
                        "飞机✈\uD83D\uDE80公司",
                        full.side(),
                        full.period(),
                        Collections.nCopies(90, line),
                        5_000,
                        full.gross(),
                        full.merchantShare(),
                        full.partnerShare(),
                        full.commissionNet(),
                        full.vat(),
                        full.paid(),
                        full.earned());
        try (PDDocument pdf = Loader.loadPDF(files.pdf(strange))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("公司").contains("4910 more lines are in the CSV");
        }
    }

    @Test
    void a_product_that_looks_like_a_formula_is_text_and_a_foreign_statement_has_no_file() {
        Statement statement = closed();
        var line = statement.lines().getFirst();
        var formula =
                new StatementLine(
                        line.side(),
                        line.kind(),
                        line.day(),
                        line.at(),
                        line.jobId(),
                        line.refundOf(),
                        line.contractId(),
                        "=1+\"x\"",
                        line.consumer(),
                        line.provider(),
                        1,
                        1,
                        line.gross(),
                        line.merchantShare(),
                        line.partnerShare(),
                        line.commissionNet(),
                        line.vat(),
                        line.paid(),
                        line.earned());
        assertThat(StatementCsv.row("2026-11", formula)).contains(",\"'=1+\"\"x\"\"\",");
        refused(ErrorCode.NOT_FOUND, () -> files.csv(new Market().bank, statement));
    }

    /// The provider's statement of three runs, two of them as calls of one line, and later runs.
    private Statement closed() {
        sales.run(month.atDay(3));
        sales.run(month.atDay(4));
        sales.calls(month.atDay(5), 1, 2);
        sales.run(month.atDay(6));
        StatementService statements = exchange.bean(StatementService.class);
        statements.cut(market.operator, month);
        statements.approveAll(market.operator, month);
        statements.closeAll(market.operator, month);
        StatementId id =
                new StatementId(
                        "stm_%s_%s"
                                .formatted(
                                        month.toString().replace("-", ""),
                                        sales.contract.provider()));
        return exchange.bean(SettlementService.class).statement(market.airline, id);
    }

    private static String last(String line) {
        return Arrays.asList(line.split(",", -1)).getLast();
    }
}
