package io.databourse.bill;

import io.databourse.crypto.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether all calls are there, each once, and the lines are their sums.
final class CountCheck {
    private final Findings findings;
    private final Bill bill;
    private final BillSummary summary;

    CountCheck(Findings findings, Bill bill, BillSummary summary) {
        this.findings = findings;
        this.bill = bill;
        this.summary = summary;
    }

    /// @return in the order of their numbers
    List<Receipt> receipts() {
        int before = findings.bad();
        List<Receipt> receipts = new ArrayList<>();
        for (BillBatch batch : bill.batches()) {
            long id = BillReader.tree(batch.statement()).path("batch").asLong();
            for (BillBatch.BillCall call : batch.calls()) {
                Receipt receipt = Receipt.of(call.document());
                if (receipt.batch() != id) {
                    findings.bad("call %s is not of batch %d", receipt.name(), id);
                }
                receipts.add(receipt);
            }
        }
        receipts.sort(Comparator.comparingLong(Receipt::counter));
        each(receipts);
        if (findings.bad() == before) {
            findings.good(
                    "%d receipts: calls %d to %d of %s, none missing, none twice",
                    receipts.size(),
                    summary.fromCounter(),
                    summary.toCounter(),
                    summary.contractId());
        }
        return receipts;
    }

    private void each(List<Receipt> receipts) {
        Set<String> names = new HashSet<>();
        long next = summary.fromCounter();
        for (Receipt receipt : receipts) {
            if (!receipt.contract().equals(summary.contractId())) {
                findings.bad("call %s is of %s", receipt.name(), receipt.contract());
            }
            if (!receipt.price().equals(summary.contractHash())) {
                findings.bad("call %s was served at another price", receipt.name());
            }
            if (!names.add(receipt.name())) {
                findings.bad("call %s is there twice", receipt.name());
            }
            if (receipt.counter() != next) {
                findings.bad("call number %d is missing or out of place", next);
                next = receipt.counter();
            }
            next++;
        }
        if (next != summary.toCounter() + 1) {
            findings.bad("the last call is number %d, not %d", next - 1, summary.toCounter());
        }
    }

    /// Each call is in one line: that of its day, within the line's numbers.
    void lines(List<Receipt> receipts) {
        int before = findings.bad();
        Set<Long> counted = new HashSet<>();
        for (BillLine line : bill.lines()) {
            if (line.kind().equals(BillLine.CALLS)) {
                compare(line, sum(line, receipts, counted));
            }
        }
        receipts.stream()
                .filter(receipt -> !counted.contains(receipt.counter()))
                .forEach(
                        receipt -> findings.bad("call number %d is in no line", receipt.counter()));
        String text = String.join("\n", bill.lines().stream().map(BillLine::text).toList());
        if (!Digest.sha256(text).toString().equals(summary.linesHash())) {
            findings.bad("the lines are not those that the exchange has signed");
        }
        if (findings.bad() == before) {
            findings.good("%d lines: each is the sum of its calls", bill.lines().size());
        }
    }

    private static BillUse sum(BillLine line, List<Receipt> receipts, Set<Long> counted) {
        BillUse sum = BillUse.NONE;
        for (int i = first(receipts, line.fromCounter()); i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt.counter() > line.toCounter()) {
                return sum;
            }
            if (receipt.day().toString().equals(line.day()) && counted.add(receipt.counter())) {
                sum = sum.plus(receipt.use());
            }
        }
        return sum;
    }

    /// The place of the first receipt with this number or a greater one.
    private static int first(List<Receipt> receipts, long counter) {
        int low = 0;
        int high = receipts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (receipts.get(middle).counter() < counter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void compare(BillLine line, BillUse sum) {
        if (!line.use().equals(sum)) {
            findings.bad(
                    "line %s says %d calls of %d units; its receipts are %d calls of %d units",
                    line.id(), line.use().calls(), line.use().units(), sum.calls(), sum.units());
        }
    }
}
