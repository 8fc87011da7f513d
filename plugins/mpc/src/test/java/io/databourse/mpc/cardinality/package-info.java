/// Tests of the tasks that count.
@NullMarked
package io.databourse.mpc.cardinality;

import org.jspecify.annotations.NullMarked;
