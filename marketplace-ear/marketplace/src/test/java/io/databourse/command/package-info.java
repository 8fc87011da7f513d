@NullMarked
package io.databourse.command;

import org.jspecify.annotations.NullMarked;
