/// How many records two owners have in common, and nothing else.
@NullMarked
package io.databourse.mpc.cardinality;

import org.jspecify.annotations.NullMarked;
