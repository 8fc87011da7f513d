/// Count and sums of the other owner's columns over the records that two owners have in common.
@NullMarked
package io.databourse.mpc.sum;

import org.jspecify.annotations.NullMarked;
