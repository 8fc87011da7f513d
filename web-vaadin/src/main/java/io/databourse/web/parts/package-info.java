/// Building blocks that all pages are made of.
@NullMarked
package io.databourse.web.parts;

import org.jspecify.annotations.NullMarked;
