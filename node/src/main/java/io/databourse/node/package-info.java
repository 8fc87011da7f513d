/// The program of one party, 协作节点: it holds the party's data and keys, dials out to the exchange,
/// and checks by itself what may be computed.
@NullMarked
package io.databourse.node;

import org.jspecify.annotations.NullMarked;
