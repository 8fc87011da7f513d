package io.databourse.crypto;

import java.security.Provider;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Our own provider instance and the SM2 curve.
final class BouncyCastle {
    /// Passed by instance, because the name "BC" may belong to somebody else's version.
    static final Provider PROVIDER = new BouncyCastleProvider();

    static final ECDomainParameters SM2_CURVE = curve();

    private BouncyCastle() {}

    private static ECDomainParameters curve() {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve);
    }
}
