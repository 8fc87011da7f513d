@NullMarked
package io.databourse.dispatch.camel;

import org.jspecify.annotations.NullMarked;
