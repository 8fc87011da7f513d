/// Programs that run inside a room, with nothing but the JDK.
@NullMarked
package io.databourse.sandbox.room.probe;

import org.jspecify.annotations.NullMarked;
