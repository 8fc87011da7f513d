/// An oblivious key-value store: a vector from which the value of each key can be computed, and
/// which says nothing about which keys there are. After S. Raghuraman and P. Rindal, *Blazing Fast
/// PSI from Improved OKVS and Subfield VOLE*, CCS 2022 (ePrint 2022/320).
@NullMarked
package io.databourse.mpc.okvs;

import org.jspecify.annotations.NullMarked;
