/// Tests of the noise and of its ledger.
@NullMarked
package io.databourse.sandbox.noise;

import org.jspecify.annotations.NullMarked;
