/// Quota (配额): how many units of a contract are left. Units are counted in a ledger of their own,
/// whose schema lets no account be overdrawn: more than was granted cannot be consumed.
@NullMarked
package io.databourse.quota;

import org.jspecify.annotations.NullMarked;
