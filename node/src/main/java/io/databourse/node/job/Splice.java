package io.databourse.node.job;

import io.databourse.node.child.FrameKind;
import io.databourse.node.child.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Carries frames between a child and a peer's node, one thread each way. Each thread writes before
/// it reads on, so a slow reader at one end slows the writer at the other: that is all the flow
/// control there is.
final class Splice {
    private final Frames child;
    private final PeerLink peer;
    private final Runnable whenSent;
    private final Runnable whenReceived;
    private final CountDownLatch outward = new CountDownLatch(1);

    Splice(Frames child, PeerLink peer, Runnable whenSent, Runnable whenReceived) {
        this.child = child;
        this.peer = peer;
        this.whenSent = whenSent;
        this.whenReceived = whenReceived;
        Thread.ofVirtual().name("outward").start(this::sendOutward);
        Thread.ofVirtual().name("inward").start(this::bringInward);
    }

    private void sendOutward() {
        try {
            for (var frame = child.read(); frame.isPresent(); frame = child.read()) {
                var kind = frame.get().kind();
                if (kind != FrameKind.DATA && kind != FrameKind.END) {
                    throw new IOException("a program sent a " + kind);
                }
                peer.write(kind, frame.get().payload());
                whenSent.run();
            }
            peer.finishSending();
        } catch (IOException _) {
            closeBoth();
        } finally {
            outward.countDown();
        }
    }

    private void bringInward() {
        try {
            var childListens = true;
            for (var frame = peer.read(); frame.isPresent(); frame = peer.read()) {
                whenReceived.run();
                if (childListens) {
                    childListens = deliver(frame.get().kind(), frame.get().payload());
                }
            }
            child.close();
            // Both directions are over once the outward thread is, too.
            if (outward.await(1, TimeUnit.MINUTES)) {
                peer.close();
            }
        } catch (IOException _) {
            closeBoth();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A child that has finished does not read any more, and that is no trouble.
    private boolean deliver(FrameKind kind, ByteBuffer payload) {
        try {
            child.write(kind, payload);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void closeBoth() {
        peer.close();
        try {
            child.close();
        } catch (IOException _) {
            // Gone already.
        }
    }

    /// Waits until everything that the child sent has gone out.
    void drain(long seconds) throws InterruptedException {
        var _ = outward.await(seconds, TimeUnit.SECONDS);
    }

    PeerLink peer() {
        return peer;
    }
}
