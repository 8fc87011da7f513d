package io.databourse.metering;

import io.databourse.contract.ContractId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Port to storage. Calls and batches are only ever added.
interface CallStore {
    /// The contracts' streams, locked until the transaction ends; those that have none are left
    /// out.
    Map<ContractId, Stream> lock(Set<ContractId> contracts);

    /// Opens a stream, unless another transaction has just done so.
    void open(Stream stream);

    /// Sets the numbers that come next.
    void advance(Collection<Stream> streams);

    /// The calls that were written with one of these ids.
    List<KnownCall> known(Collection<UUID> ids);

    /// The calls that were written with one of these ids, in their places.
    List<StoredCall> stored(Collection<UUID> ids);

    /// Those of the calls that are reversed.
    Set<CallKey> reversed(Collection<CallKey> calls);

    long nextBatch();

    void insert(MeterBatch batch, List<CallLine> calls);

    /// The contract's calls with their batches and places, in the order of their numbers.
    ///
    /// @param after only calls with a higher number
    List<StoredCall> calls(ContractId contract, long after, int most);

    /// The documents' calls of a batch, in the order of their places.
    List<StoredCall> ofBatch(long batch);

    MeterBatch batch(long id);
}
