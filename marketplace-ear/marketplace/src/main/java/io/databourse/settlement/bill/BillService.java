package io.databourse.settlement.bill;

import static java.util.Comparator.naturalOrder;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.Supplement;
import io.databourse.crypto.Digest;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Pem;
import io.databourse.json.Json;
import io.databourse.metering.ReceiptBook;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes bills that their readers can check by themselves.
@ApplicationScoped
@Transactional
public class BillService {
    /// More calls are more than a person wants in one file; days can be asked for one by one.
    private static final long MOST_CALLS = 100_000;

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final ContractService contracts;
    private final QuotaService quotas;
    private final JpaBills bills;
    private final ReceiptBook receipts;
    private final ExchangeKeys keys;
    private final Clock clock;

    @Inject
    BillService(
            ContractService contracts,
            QuotaService quotas,
            JpaBills bills,
            ReceiptBook receipts,
            ExchangeKeys keys,
            Clock clock) {
        this.contracts = contracts;
        this.quotas = quotas;
        this.bills = bills;
        this.receipts = receipts;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param from the first day on which something was charged, if empty
    /// @param to the last such day, if empty
    public Bill bill(
            Caller caller, ContractId id, Optional<LocalDate> from, Optional<LocalDate> to) {
        Contract contract = contracts.find(caller, id);
        JpaBills.Range range =
                bills.ofDays(id, from.orElse(LocalDate.EPOCH), to.orElse(END_OF_TIME))
                        .map(days -> bills.closed(id, days))
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NOT_FOUND,
                                        "Nothing was charged under %s in these days.",
                                        id));
        List<BillLine> lines = bills.lines(id, range);
        Supplier<Stream<LocalDate>> days = () -> lines.stream().map(BillLine::day);
        return bill(
                contract,
                range,
                lines,
                from.orElseGet(() -> days.get().min(naturalOrder()).orElseThrow()),
                to.orElseGet(() -> days.get().max(naturalOrder()).orElseThrow()));
    }

    private Bill bill(
            Contract contract,
            JpaBills.Range range,
            List<BillLine> lines,
            LocalDate from,
            LocalDate to) {
        Numbers numbers = Numbers.of(lines);
        CurrencyCode currency = contract.price().currency();
        JpaBills.Opening opening = bills.before(contract.id(), range);
        BillSummary summary =
                new BillSummary(
                        "databourse/bill-summary/1",
                        contract.id(),
                        contract.documentHash(),
                        contract.supplements().stream().map(Supplement::documentHash).toList(),
                        quotas.ladder(contract).lapses(),
                        currency,
                        from,
                        to,
                        numbers.from(),
                        numbers.to(),
                        opening.use(),
                        Money.ofMinor(opening.gross(), currency).amount(),
                        Digest.sha256(
                                        lines.stream()
                                                .map(BillLine::text)
                                                .collect(Collectors.joining("\n")))
                                .toString(),
                        total(lines, from, to, currency).amount(),
                        clock.instant());
        String text = Json.write(summary);
        return new Bill(
                "databourse/bill/1",
                contract.document(),
                contract.supplements().stream().map(Supplement::document).toList(),
                from.toString(),
                to.toString(),
                lines,
                receipts.proven(contract.id(), numbers.from(), numbers.to()),
                text,
                keys.signer().signDocument(text),
                Pem.of(keys.signerCertificate()));
    }

    /// The first and the last call's number.
    private record Numbers(long from, long to) {
        static Numbers of(List<BillLine> lines) {
            List<BillLine> calls = lines.stream().filter(line -> line.fromCounter() > 0).toList();
            if (calls.isEmpty()) {
                return new Numbers(1, 0);
            }
            Numbers numbers =
                    new Numbers(
                            calls.stream().mapToLong(BillLine::fromCounter).min().orElseThrow(),
                            calls.stream().mapToLong(BillLine::toCounter).max().orElseThrow());
            if (numbers.to - numbers.from >= MOST_CALLS) {
                throw Refusal.invalid(
                        List.of(
                                new FieldError(
                                        "/to",
                                        "leaves more than " + MOST_CALLS + " calls",
                                        "fewer days")));
            }
            return numbers;
        }
    }

    private static Money total(
            List<BillLine> lines, LocalDate from, LocalDate to, CurrencyCode currency) {
        return lines.stream()
                .filter(line -> !line.day().isBefore(from) && !line.day().isAfter(to))
                .map(line -> Money.parse(line.gross(), currency))
                .reduce(Money.zero(currency), Money::add);
    }
}
