/// What the money stages cost, measured on their own beans and a real PostgreSQL that flushes. Run
/// by `./bourse bench metering` and `./bourse bench ledger`; each figure stands beside what the
/// same rows cost in plain SQL.
@NullMarked
package io.databourse.bench;

import org.jspecify.annotations.NullMarked;
