package io.databourse.crypto;

import java.security.Provider;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Our own provider instance and the SM2 curve.
final class BouncyCastle {
    /// Passed by instance, because the name "BC" may belong to somebody else's version.
    static final Provider PROVIDER = new BouncyCastleProvider();

    /// By name, so that an encoded key says "sm2p256v1" and not the curve's equation.
    static final ECDomainParameters SM2_CURVE =
            new ECNamedDomainParameters(
                    GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));

    private BouncyCastle() {}
}
