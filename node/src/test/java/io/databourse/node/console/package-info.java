/// Tests of the console, over HTTP.
@NullMarked
package io.databourse.node.console;

import org.jspecify.annotations.NullMarked;
