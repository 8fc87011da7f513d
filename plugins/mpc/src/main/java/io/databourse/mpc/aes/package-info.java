/// AES as the fast building block of everything else: one call of the JDK's cipher for thousands of
/// blocks.
@NullMarked
package io.databourse.mpc.aes;

import org.jspecify.annotations.NullMarked;
