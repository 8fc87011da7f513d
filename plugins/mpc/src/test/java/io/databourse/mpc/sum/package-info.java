/// Tests of the tasks that sum.
@NullMarked
package io.databourse.mpc.sum;

import org.jspecify.annotations.NullMarked;
