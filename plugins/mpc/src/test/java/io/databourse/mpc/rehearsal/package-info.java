@NullMarked
package io.databourse.mpc.rehearsal;

import org.jspecify.annotations.NullMarked;
