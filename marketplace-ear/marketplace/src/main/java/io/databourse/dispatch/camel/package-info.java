/// The routes that carry jobs from step to step. They move and retry; they decide nothing.
@NullMarked
package io.databourse.dispatch.camel;

import org.jspecify.annotations.NullMarked;
