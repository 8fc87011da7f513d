/// The whole marketplace in one JVM: the real beans and events on a real PostgreSQL, with simulated
/// nodes. What only a server can show is tested in the module `it`.
@NullMarked
package io.databourse.harness;

import org.jspecify.annotations.NullMarked;
