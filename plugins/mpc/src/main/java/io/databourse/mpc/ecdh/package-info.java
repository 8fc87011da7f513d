/// Private set intersection between two by elliptic-curve Diffie–Hellman, for small sets and for
/// other implementations to talk to. Start at [EcdhTask].
@NullMarked
package io.databourse.mpc.ecdh;

import org.jspecify.annotations.NullMarked;
