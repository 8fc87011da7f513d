/// Checks a bill, 账单, without the exchange: with the file, and the exchange's certificate.
@NullMarked
package io.databourse.bill;

import org.jspecify.annotations.NullMarked;
