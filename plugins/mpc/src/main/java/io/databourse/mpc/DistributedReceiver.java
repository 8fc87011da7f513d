package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.group.Element;
import io.databourse.mpc.okvs.OkvsDecoder;
import io.databourse.mpc.okvs.OkvsEncoder;
import io.databourse.mpc.okvs.OkvsShape;
import io.databourse.mpc.ot.BaseTransfer;
import io.databourse.mpc.vole.VoleReceiver;
import io.databourse.mpc.vole.VoleSender;
import io.databourse.mpc.vole.VoleShape;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The buckets at the owner who receives the result. While the other owner works on one bucket,
/// this one encodes the next.
final class DistributedReceiver {
    /// Numbers in a message of a store.
    static final int STORE_LONGS = (Peer.MESSAGE_BYTES - Peer.HEADER) / 16 * 2;

    private final PartyContext context;
    private final Peer peer;
    private final Buckets buckets;
    private final OkvsShape store;
    private final VoleShape shape;
    private final VoleReceiver correlation;
    private final SortedOutputs outputs;
    private final DistributedMatches matches;
    private final long[] values;
    private long rank;

    /// Keys of the bucket whose outputs are to be matched.
    private int pending;

    private DistributedReceiver(DistributedRun run, DistributedMatches matches)
            throws InterruptedException {
        this.context = run.context();
        this.peer = run.peer();
        this.buckets = run.buckets();
        this.store = buckets.store();
        this.shape = buckets.correlation();
        this.correlation = new VoleReceiver(run.seed(), baseKeys(), context.random());
        this.outputs =
                new SortedOutputs(
                        DistributedOwner.outputHash(run.seed()),
                        buckets,
                        buckets.receiverCapacity());
        this.values = new long[2 * buckets.receiverCapacity()];
        this.matches = matches;
        this.rank = matches.ranks();
    }

    static void run(DistributedRun run, DistributedMatches matches)
            throws InterruptedException, IOException {
        var receiver = new DistributedReceiver(run, matches);
        int capacity = run.buckets().receiverCapacity();
        int first = matches.buckets();
        try (var reader = new BucketReader(run.tags(), run.buckets(), capacity, first)) {
            receiver.run(reader, first);
        } finally {
            receiver.correlation.clear();
        }
    }

    private byte[][][] baseKeys() throws InterruptedException {
        var base = new BaseTransfer.Sender(context.random());
        peer.send(Peer.message(Peer.BASE_TRANSFERS, Element.BYTES).put(base.first()));
        var answer = peer.receive(Peer.BASE_CHOICES, VoleReceiver.BASE * Element.BYTES);
        return base.keys(answer)
                .orElseThrow(() -> peer.wrong("bytes that are no element of the group"));
    }

    private void run(BucketReader reader, int first) throws InterruptedException, IOException {
        ask(first);
        reader.read(first);
        var encoded = encode(reader);
        for (int bucket = first; bucket < buckets.count(); bucket++) {
            var vectors = receiveVectors();
            if (bucket > first) {
                match(bucket - 1);
            }
            send(encoded, vectors.c());
            if (bucket + 1 < buckets.count()) {
                ask(bucket + 1);
            }
            new OkvsDecoder(encoded.seed, store, vectors.a())
                    .decode(reader.keys(), reader.count(), values);
            outputs.fill(values, reader.count());
            pending = reader.count();
            if (bucket + 1 < buckets.count()) {
                reader.read(bucket + 1);
                encoded = encode(reader);
            }
        }
        match(buckets.count() - 1);
    }

    private void ask(int bucket) throws InterruptedException {
        var request = Peer.message(Peer.CORRELATION_REQUEST, VoleReceiver.requestBytes(shape));
        correlation.ask(shape, bucket, request);
        peer.send(request);
    }

    private VoleReceiver.Vectors receiveVectors() throws InterruptedException {
        var answer = peer.receive(Peer.CORRELATION_ANSWER, VoleSender.answerBytes(shape));
        return correlation.finish(shape, answer);
    }

    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    private record Encoded(byte[] seed, long[] vector) {}

    private Encoded encode(BucketReader reader) {
        var seed = new byte[BulkAes.BLOCK_BYTES];
        Optional<long[]> vector = Optional.empty();
        while (vector.isEmpty()) {
            context.random().nextBytes(seed);
            vector = OkvsEncoder.encode(seed, store, reader.keys(), reader.keys(), reader.count());
        }
        return new Encoded(seed, vector.get());
    }

    private void send(Encoded encoded, long[] mask) throws InterruptedException {
        peer.send(Peer.message(Peer.STORE_SEED, BulkAes.BLOCK_BYTES).put(encoded.seed));
        int longs = 2 * store.size();
        var vector = encoded.vector;
        for (int i = 0; i < longs; i++) {
            vector[i] ^= mask[i];
        }
        for (int at = 0; at < longs; at += STORE_LONGS) {
            int now = Math.min(STORE_LONGS, longs - at);
            ByteBuffer message = Peer.message(Peer.STORE, now * Long.BYTES);
            message.asLongBuffer().put(vector, at, now);
            peer.send(message.position(message.limit()));
        }
    }

    private void match(int bucket) throws InterruptedException, IOException {
        var theirs = new TagStream(peer, buckets.otherCapacity(), buckets.tagBytes());
        long place = (long) bucket * buckets.otherCapacity();
        boolean more = theirs.next();
        for (int i = 0; i < pending; i++) {
            int index = outputs.index(i);
            while (more && theirs.compareTo(outputs.high(index), outputs.low(index)) < 0) {
                more = theirs.next();
                place++;
            }
            if (more && theirs.compareTo(outputs.high(index), outputs.low(index)) == 0) {
                matches.add(place, rank + index, values[2 * index], values[2 * index + 1]);
            }
        }
        theirs.drain();
        matches.finished(rank, pending);
        rank += pending;
        context.progress().report("intersecting", bucket + 1, buckets.count(), "buckets");
    }
}
