@NullMarked
package io.databourse.json;

import org.jspecify.annotations.NullMarked;
