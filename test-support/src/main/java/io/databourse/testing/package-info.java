/// Which rows of the capability table the tests decided.
///
/// A test that decides a row carries the row's id as a JUnit tag. The listener writes down what
/// became of each such test, and the report adds it up when all modules are through.
@NullMarked
package io.databourse.testing;

import org.jspecify.annotations.NullMarked;
