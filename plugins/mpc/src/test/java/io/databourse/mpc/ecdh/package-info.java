@NullMarked
package io.databourse.mpc.ecdh;

import org.jspecify.annotations.NullMarked;
