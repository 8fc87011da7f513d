/// Double entry (复式记账): accounts and transfers, append-only. It knows no business: the chart names
/// the kinds of accounts, and what is posted to them is their owners' affair.
@NullMarked
package io.databourse.ledger;

import org.jspecify.annotations.NullMarked;
