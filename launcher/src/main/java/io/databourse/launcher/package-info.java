/// What `./bourse` runs: one class a command.
@NullMarked
package io.databourse.launcher;

import org.jspecify.annotations.NullMarked;
