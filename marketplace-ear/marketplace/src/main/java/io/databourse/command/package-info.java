/// Commands that are carried out once, however often they are sent.
@NullMarked
package io.databourse.command;

import org.jspecify.annotations.NullMarked;
