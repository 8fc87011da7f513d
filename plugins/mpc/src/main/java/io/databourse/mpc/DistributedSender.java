package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.group.Element;
import io.databourse.mpc.okvs.OkvsDecoder;
import io.databourse.mpc.okvs.OkvsShape;
import io.databourse.mpc.ot.BaseTransfer;
import io.databourse.mpc.vole.Gf128;
import io.databourse.mpc.vole.VoleReceiver;
import io.databourse.mpc.vole.VoleSender;
import io.databourse.mpc.vole.VoleShape;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// The buckets at the owner who does not receive the result.
///
/// The request for the next bucket's correlation is read before this bucket's outputs are sent, for
/// otherwise both owners could be waiting for the other to read.
final class DistributedSender {
    private final PartyContext context;
    private final Peer peer;
    private final Buckets buckets;
    private final OkvsShape store;
    private final VoleShape shape;
    private final VoleSender correlation;
    private final Gf128 delta;
    private final SortedOutputs outputs;
    private final BulkAes padding;
    private final long[] values;
    private final Optional<DistributedPlaces> places;

    private DistributedSender(DistributedRun run, Optional<DistributedPlaces> places)
            throws InterruptedException {
        this.context = run.context();
        this.peer = run.peer();
        this.buckets = run.buckets();
        this.store = buckets.store();
        this.shape = buckets.correlation();
        this.correlation = correlation(run.seed());
        this.delta = correlation.delta();
        this.outputs =
                new SortedOutputs(
                        DistributedOwner.outputHash(run.seed()), buckets, buckets.otherCapacity());
        var paddingKey = new byte[BulkAes.BLOCK_BYTES];
        context.random().nextBytes(paddingKey);
        this.padding = new BulkAes(paddingKey);
        this.values = new long[2 * buckets.otherCapacity()];
        this.places = places;
    }

    /// Begins with a bucket; who is told of places is told of those from there on.
    static void run(DistributedRun run, int first, Optional<DistributedPlaces> places)
            throws InterruptedException, IOException {
        var sender = new DistributedSender(run, places);
        int capacity = run.buckets().otherCapacity();
        try (var reader = new BucketReader(run.tags(), run.buckets(), capacity, first)) {
            sender.run(reader, first);
        } finally {
            sender.correlation.clear();
            sender.delta.clear();
        }
    }

    private VoleSender correlation(byte[] seed) throws InterruptedException {
        var first = new byte[Element.BYTES];
        peer.receive(Peer.BASE_TRANSFERS, Element.BYTES).get(first);
        var choices = VoleSender.choices(context.random());
        try {
            var chosen =
                    BaseTransfer.choose(first, choices, context.random())
                            .orElseThrow(
                                    () -> peer.wrong("bytes that are no element of the group"));
            peer.send(Peer.message(Peer.BASE_CHOICES, chosen.answer().length).put(chosen.answer()));
            return new VoleSender(seed, choices, chosen.keys(), context.random());
        } finally {
            Arrays.fill(choices, false);
        }
    }

    private void run(BucketReader reader, int first) throws InterruptedException, IOException {
        answer(first);
        for (int bucket = first; bucket < buckets.count(); bucket++) {
            var vector = correlation.finish(shape);
            var storeSeed = new byte[BulkAes.BLOCK_BYTES];
            peer.receive(Peer.STORE_SEED, storeSeed.length).get(storeSeed);
            addStore(vector);
            if (bucket + 1 < buckets.count()) {
                answer(bucket + 1);
            }
            reader.read(bucket);
            int count = reader.count();
            new OkvsDecoder(storeSeed, store, vector).decode(reader.keys(), count, values);
            delta.multiplyAdd(reader.keys(), 0, values, 0, count);
            padding.stream(bucket, 0, values, count, buckets.otherCapacity() - count);
            outputs.fill(values, buckets.otherCapacity());
            send();
            if (places.isPresent()) {
                tell(places.get(), reader.rank(), count);
            }
            context.progress().report("intersecting", bucket + 1, buckets.count(), "buckets");
        }
    }

    private void answer(int bucket) throws InterruptedException {
        var request = peer.receive(Peer.CORRELATION_REQUEST, VoleReceiver.requestBytes(shape));
        var answer = Peer.message(Peer.CORRELATION_ANSWER, VoleSender.answerBytes(shape));
        correlation.answer(shape, bucket, request, answer);
        peer.send(answer);
    }

    /// Adds the masked store times Δ, as it comes.
    private void addStore(long[] vector) throws InterruptedException {
        int longs = 2 * store.size();
        var part = new long[DistributedReceiver.STORE_LONGS];
        for (int at = 0; at < longs; at += part.length) {
            int now = Math.min(part.length, longs - at);
            peer.receive(Peer.STORE, now * Long.BYTES).asLongBuffer().get(part, 0, now);
            delta.multiplyAdd(part, 0, vector, at / 2, now / 2);
        }
    }

    private void send() throws InterruptedException {
        var out = new TagWriter(peer, buckets.tagBytes());
        for (int place = 0; place < buckets.otherCapacity(); place++) {
            int index = outputs.index(place);
            out.put(outputs.high(index), outputs.low(index));
        }
        out.flush();
    }

    private void tell(DistributedPlaces told, long rank, int count) throws IOException {
        for (int place = 0; place < buckets.otherCapacity(); place++) {
            int index = outputs.index(place);
            told.add(
                    index < count ? rank + index : DistributedPlaces.PADDING,
                    values[2 * index],
                    values[2 * index + 1]);
        }
        told.finished();
    }
}
