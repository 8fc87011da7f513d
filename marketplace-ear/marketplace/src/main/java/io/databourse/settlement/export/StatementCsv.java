package io.databourse.settlement.export;

import io.databourse.dispatch.JobId;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.StatementLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lines of a statement as comma-separated values (RFC 4180). Amounts are plain decimals in the
/// currency of their row.
final class StatementCsv {
    /// Excel takes a file for UTF-8 only if it begins so.
    static final String BYTE_ORDER_MARK = "\uFEFF";

    static final String HEADER =
            String.join(
                            ",",
                            List.of(
                                    "period",
                                    "day",
                                    "side",
                                    "kind",
                                    "contract",
                                    "product",
                                    "job",
                                    "refund_of",
                                    "consumer",
                                    "provider",
                                    "charges",
                                    "units",
                                    "currency",
                                    "gross",
                                    "merchant_share",
                                    "partner_share",
                                    "commission_net",
                                    "vat",
                                    "paid",
                                    "earned"))
                    + "\r\n";

    private StatementCsv() {}

    static String row(String period, StatementLine line) {
        return Stream.of(
                                period,
                                line.day().toString(),
                                line.side().name(),
                                line.kind().name(),
                                line.contractId().value(),
                                text(line.productName()),
                                line.jobId().map(JobId::value).orElse(""),
                                line.refundOf().map(ChargeId::value).orElse(""),
                                line.consumer().value(),
                                line.provider().value(),
                                Long.toString(line.charges()),
                                Long.toString(line.units()),
                                line.gross().currency().name(),
                                amount(line.gross()),
                                amount(line.merchantShare()),
                                amount(line.partnerShare()),
                                amount(line.commissionNet()),
                                amount(line.vat()),
                                amount(line.paid()),
                                amount(line.earned()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String amount(Money money) {
        return money.amount();
    }

    /// Quoted; what a spreadsheet would take for a formula gets an apostrophe before it.
    private static String text(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
