/// Membership (组网): which nodes belong to the exchange's network, their certificates, and the
/// mailbox through which the exchange asks them for things.
@NullMarked
package io.databourse.membership;

import org.jspecify.annotations.NullMarked;
