/// Random vectors `A = B + C·Δ` over GF(2^128), of which one party holds A and C, the other B and
/// Δ: silent vector oblivious linear evaluation.
@NullMarked
package io.databourse.mpc.vole;

import org.jspecify.annotations.NullMarked;
