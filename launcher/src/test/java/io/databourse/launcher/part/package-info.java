@NullMarked
package io.databourse.launcher.part;

import org.jspecify.annotations.NullMarked;
