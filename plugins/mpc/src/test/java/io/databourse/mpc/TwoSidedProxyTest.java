package io.databourse.mpc;

import io.databourse.plugin.testkit.TckCase;

/// An intersection for both owners, by way of the compute node.
class TwoSidedProxyTest implements TwoSidedTck {
    @Override
    public TckCase job(TckCase psi) {
        return TwoSidedTck.both(psi);
    }
}
