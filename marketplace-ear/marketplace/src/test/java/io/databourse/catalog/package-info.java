@NullMarked
package io.databourse.catalog;

import org.jspecify.annotations.NullMarked;
