/// Tests inside a WildFly that Arquillian starts: what only the server decides.
@NullMarked
package io.databourse.it.container;

import org.jspecify.annotations.NullMarked;
