/// What a plugin author compiles against: the card and the planner that the exchange reads, and the
/// party program that a node runs. Start at [ComputePlugin].
@NullMarked
package io.databourse.plugin;

import org.jspecify.annotations.NullMarked;
