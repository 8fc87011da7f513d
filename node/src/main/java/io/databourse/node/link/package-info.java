/// The outbound link to the exchange: instructions come in, answers and reports go out.
@NullMarked
package io.databourse.node.link;

import org.jspecify.annotations.NullMarked;
