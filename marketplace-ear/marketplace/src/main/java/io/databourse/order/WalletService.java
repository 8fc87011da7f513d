package io.databourse.order;

import io.databourse.call.Caller;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Prepaid money.
@ApplicationScoped
@Transactional
public class WalletService {
    public Wallet view(Caller caller) {
        throw new UnsupportedOperationException();
    }

    public Wallet topUp(Caller caller, Money amount) {
        throw new UnsupportedOperationException();
    }
}
