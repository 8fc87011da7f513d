@NullMarked
package io.databourse.rest.openapi;

import org.jspecify.annotations.NullMarked;
