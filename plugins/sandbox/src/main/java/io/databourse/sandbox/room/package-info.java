/// The closed room: one process of the operating system's own sandbox for each job.
@NullMarked
package io.databourse.sandbox.room;

import org.jspecify.annotations.NullMarked;
