package io.databourse.settlement.payout;

import io.databourse.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The file of a batch: comma-separated values (RFC 4180) in UTF-8, nothing in it but the batch.
final class BatchExport {
    private static final String HEADER =
            "batch,settle_date,currency,party,credit_code,name,payable,not_yet_due,owed,collected,"
                    + "due,paid,held,carried,blocked";

    private BatchExport() {}

    /// @param items in the order of the parties' ids
    static byte[] of(BatchId batch, LocalDate date, List<BatchItem> items) {
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        for (BatchItem item : items) {
            String line =
                    String.join(
                            ",",
                            batch.value(),
                            date.toString(),
                            item.due().currency().name(),
                            item.party().value(),
                            item.creditCode(),
                            quoted(item.name()),
                            amount(item.payable()),
                            amount(item.notYetDue()),
                            amount(item.owed()),
                            amount(item.collected()),
                            amount(item.due()),
                            amount(item.paid()),
                            amount(item.held()),
                            amount(item.carried()),
                            Boolean.toString(item.blocked()));
            text.append(line).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String amount(Money money) {
        return money.amount();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
