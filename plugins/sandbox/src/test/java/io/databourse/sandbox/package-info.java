@NullMarked
package io.databourse.sandbox;

import org.jspecify.annotations.NullMarked;
