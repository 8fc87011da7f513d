/// The scenario that `./bourse demo` plays: a bank buys from an airline whom of its customers to
/// write to, and neither sees the other's data.
///
/// Every step is a call of the public REST API by the user whose business it is. Nothing here knows
/// the exchange from the inside.
@NullMarked
package io.databourse.launcher.demo;

import org.jspecify.annotations.NullMarked;
