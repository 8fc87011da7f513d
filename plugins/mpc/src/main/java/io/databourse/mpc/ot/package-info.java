/// Oblivious transfer: the receiver gets one of two random keys, and the sender does not know
/// which.
@NullMarked
package io.databourse.mpc.ot;

import org.jspecify.annotations.NullMarked;
