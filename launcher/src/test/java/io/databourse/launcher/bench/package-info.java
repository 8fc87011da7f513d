@NullMarked
package io.databourse.launcher.bench;

import org.jspecify.annotations.NullMarked;
