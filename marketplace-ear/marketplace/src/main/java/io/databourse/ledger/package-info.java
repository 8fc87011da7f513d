/// Double entry (复式记账): accounts and transfers, append-only. It knows no business: what an account
/// stands for is its owner's affair.
@NullMarked
package io.databourse.ledger;

import org.jspecify.annotations.NullMarked;
