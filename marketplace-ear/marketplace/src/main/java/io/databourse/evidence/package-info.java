/// Evidence (存证): every stage's events, written in the transaction that they belong to, into an
/// append-only hash tree (RFC 6962) whose signed checkpoints outsiders can check.
@NullMarked
package io.databourse.evidence;

import org.jspecify.annotations.NullMarked;
