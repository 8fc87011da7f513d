package io.databourse.mpc.rehearsal;

import io.databourse.plugin.Channel;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/// What the parties tell each other.
record MadeUpLines(Audience audience, Map<String, BlockingQueue<byte[]>> queues) {
    private static final int MESSAGES_UNDER_WAY = 4;

    MadeUpLines(Audience audience) {
        this(audience, new ConcurrentHashMap<>());
    }

    Channel between(String self, String peer) {
        return new Line(self, peer, queue(self, peer), queue(peer, self), audience);
    }

    private BlockingQueue<byte[]> queue(String from, String to) {
        return queues.computeIfAbsent(
                from + " " + to, _ -> new ArrayBlockingQueue<>(MESSAGES_UNDER_WAY));
    }

    private record Line(
            String self,
            String peer,
            BlockingQueue<byte[]> out,
            BlockingQueue<byte[]> in,
            Audience audience)
            implements Channel {
        @Override
        public void send(ByteBuffer message) throws InterruptedException {
            var bytes = new byte[message.remaining()];
            message.get(bytes);
            audience.hears(self, peer, bytes);
            out.put(bytes);
        }

        @Override
        public Optional<ByteBuffer> receive() throws InterruptedException {
            return Optional.of(ByteBuffer.wrap(in.take()));
        }

        @Override
        public void closeSending() {}

        @Override
        public long bytesSent() {
            return 0;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }
    }
}
