package io.databourse.settlement.payout;

/// A bank or payment institution that pays parties, 付款渠道.
///
/// An order is the same order by its id: asked twice, a provider pays once. Neither method runs in
/// a transaction of the exchange; what throws is taken for [PayoutResult.Unknown].
public interface PayoutProvider {
    /// Its name, as it is shown; a simulated one says so.
    String name();

    PayoutResult pay(Payout order);

    /// What became of an order.
    PayoutResult inquire(Payout order);
}
