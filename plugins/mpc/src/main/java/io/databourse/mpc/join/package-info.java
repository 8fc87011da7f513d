/// The matching records of two owners side by side: the receiver's own, with columns of the other
/// owner that the contract permits.
@NullMarked
package io.databourse.mpc.join;

import org.jspecify.annotations.NullMarked;
