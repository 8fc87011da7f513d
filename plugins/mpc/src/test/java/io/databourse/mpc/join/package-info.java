/// Tests of the tasks that join.
@NullMarked
package io.databourse.mpc.join;

import org.jspecify.annotations.NullMarked;
