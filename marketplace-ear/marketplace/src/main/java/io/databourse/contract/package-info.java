/// Digital contracts, 数字合约: a usage policy that both sides sign with the keys of their nodes.
@NullMarked
package io.databourse.contract;

import org.jspecify.annotations.NullMarked;
