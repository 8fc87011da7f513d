/// The public shelf and the product cards.
@NullMarked
package io.databourse.web.catalogue;

import org.jspecify.annotations.NullMarked;
