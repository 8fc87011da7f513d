/// A merchant's data products, from the profile to the shelf.
@NullMarked
package io.databourse.web.product;

import org.jspecify.annotations.NullMarked;
