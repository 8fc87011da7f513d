/// What the marketplace takes from its server: the database, the clock, the order of starting.
@NullMarked
package io.databourse.server;

import org.jspecify.annotations.NullMarked;
