/// Protects what leaves: the command line of masking, anonymisation and watermarks.
@NullMarked
package io.databourse.protection;

import org.jspecify.annotations.NullMarked;
