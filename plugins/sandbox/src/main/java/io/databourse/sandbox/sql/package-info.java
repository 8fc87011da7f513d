/// Governed SQL: what a buyer may ask, checked on the engine's own syntax tree and written anew.
@NullMarked
package io.databourse.sandbox.sql;

import org.jspecify.annotations.NullMarked;
