/// Private set intersection by way of a compute node that is caught if it cheats, after Kamara,
/// Mohassel, Raykova, Sadeghian, *Scaling Private Set Intersection to Billion-Element Sets* (FC
/// 2014, malicious server). Start at [VerifiedTask].
@NullMarked
package io.databourse.mpc.verified;

import org.jspecify.annotations.NullMarked;
