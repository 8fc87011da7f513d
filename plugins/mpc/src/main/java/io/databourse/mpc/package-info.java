/// Secure multi-party computation, 多方安全计算: private set intersection in proxy form, after Kamara,
/// Mohassel, Raykova, Sadeghian, *Scaling Private Set Intersection to Billion-Element Sets* (FC
/// 2014). Start at [MpcPlugin]; the protocol is told in [PsiOwner] and [PsiComputeNode].
@NullMarked
package io.databourse.mpc;

import org.jspecify.annotations.NullMarked;
