@NullMarked
package io.databourse.rest.problem;

import org.jspecify.annotations.NullMarked;
