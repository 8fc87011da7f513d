/// What tests of this module stand on: a real PostgreSQL, transactions, time, and seen events.
@NullMarked
package io.databourse.harness;

import org.jspecify.annotations.NullMarked;
