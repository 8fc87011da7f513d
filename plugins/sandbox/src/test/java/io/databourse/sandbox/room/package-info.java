@NullMarked
package io.databourse.sandbox.room;

import org.jspecify.annotations.NullMarked;
