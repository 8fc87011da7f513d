/// The evidence log: entries, proofs and the story of an id.
@NullMarked
package io.databourse.web.evidence;

import org.jspecify.annotations.NullMarked;
