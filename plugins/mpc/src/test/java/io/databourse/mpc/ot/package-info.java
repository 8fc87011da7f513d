@NullMarked
package io.databourse.mpc.ot;

import org.jspecify.annotations.NullMarked;
