/// Whole runs over made-up rows with all parties in one JVM, so that a process which waits for a
/// job has compiled what the job needs. Start at [Rehearsal].
@NullMarked
package io.databourse.mpc.rehearsal;

import org.jspecify.annotations.NullMarked;
