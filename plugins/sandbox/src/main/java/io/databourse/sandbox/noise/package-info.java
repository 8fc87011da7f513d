/// Differential privacy: exact noise for counts and sums, and the ledger of what was spent.
@NullMarked
package io.databourse.sandbox.noise;

import org.jspecify.annotations.NullMarked;
