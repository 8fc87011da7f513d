@NullMarked
package io.databourse.mpc.aes;

import org.jspecify.annotations.NullMarked;
