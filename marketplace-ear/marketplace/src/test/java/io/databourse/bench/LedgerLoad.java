package io.databourse.bench;

import io.databourse.harness.Exchange;
import io.databourse.ledger.Account;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.BatchOutcome;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayList;
import java.util.List;

/// The exchange's ledger.
final class LedgerLoad extends TransferLoad {
    private static final String LEDGER = "BENCH";
    private static final Account WORLD = new Account(LEDGER, "world", Side.DEBIT, true);

    private final LedgerService ledger = Exchange.get().bean(LedgerService.class);
    private long posted;

    LedgerLoad() {
        List<TransferRequest> funds = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            funds.add(request("fund:" + i, WORLD, buyer(i), FUNDS));
        }
        send(funds);
    }

    @Override
    void post(Payment[] payments) {
        List<TransferRequest> requests = new ArrayList<>(payments.length);
        for (Payment payment : payments) {
            requests.add(
                    request(
                            "pay:" + posted++,
                            buyer(payment.buyer()),
                            account("merchant:" + payment.merchant()),
                            payment.amount()));
        }
        send(requests);
    }

    private void send(List<TransferRequest> requests) {
        if (!ledger.postAll(requests).stream().allMatch(BatchOutcome.POSTED::equals)) {
            throw new IllegalStateException("not posted");
        }
    }

    private static TransferRequest request(String key, Account from, Account to, long amount) {
        return new TransferRequest(key, List.of(new Leg(from, to, amount)), "BENCH", key);
    }

    private static Account buyer(int number) {
        return account("buyer:" + number);
    }

    private static Account account(String name) {
        return new Account(LEDGER, name, Side.CREDIT, false);
    }
}
