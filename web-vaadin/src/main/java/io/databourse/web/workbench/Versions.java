package io.databourse.web.workbench;

import io.databourse.algorithm.Algorithm;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.algorithm.AlgorithmVersion;
import io.databourse.algorithm.AlgorithmVersion.VersionState;
import io.databourse.algorithm.NewAlgorithm;
import io.databourse.algorithm.NewSubmission;
import io.databourse.algorithm.NewVersion;
import io.databourse.algorithm.Script;
import io.databourse.algorithm.Submission;
import io.databourse.call.Caller;
import io.databourse.call.PageRequest;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.List;
import java.util.Optional;

/// The buyer's algorithm versions, as one contract sees them.
final class Versions {
    private final AlgorithmService algorithms;
    private final Contract contract;

    Versions(AlgorithmService algorithms, Contract contract) {
        this.algorithms = algorithms;
        this.contract = contract;
    }

    /// Those of the contract's buyer, the newest of each first; a merchant is shown others' too.
    List<Entry> all() {
        return own().stream()
                .flatMap(algorithm ->
                        algorithm.versions().stream().map(version -> new Entry(algorithm, version)))
                .toList();
    }

    private List<Algorithm> own() {
        return algorithms.list(caller(), PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(each -> each.owner().equals(contract.consumer()))
                .toList();
    }

    Optional<Entry> find(String reference) {
        return all().stream().filter(each -> each.reference().equals(reference)).findFirst();
    }

    Script script(Entry entry) {
        return algorithms.script(caller(), entry.algorithm.id(), entry.version.version());
    }

    /// Registers a text as a version, and its algorithm if that is new.
    Entry register(String name, NewVersion version) {
        Algorithm algorithm =
                own().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseGet(() ->
                                algorithms.register(
                                        caller(), new NewAlgorithm(name, contract.productName())));
        algorithms.add(caller(), algorithm.id(), version);
        return find(name + "@" + version.version()).orElseThrow();
    }

    void submit(Entry entry) {
        algorithms.submit(
                caller(),
                entry.algorithm.id(),
                entry.version.version(),
                new NewSubmission(contract.id()));
    }

    void deprecate(Entry entry) {
        algorithms.deprecate(caller(), entry.algorithm.id(), entry.version.version());
    }

    /// What the contract's provider has said of it.
    Optional<Submission> submission(Entry entry) {
        ContractId id = contract.id();
        return entry.version.submissions().stream()
                .filter(each -> each.contractId().equals(id))
                .findFirst();
    }

    private static Caller caller() {
        return CurrentUser.caller();
    }

    /// One version of one algorithm.
    record Entry(Algorithm algorithm, AlgorithmVersion version) {
        String reference() {
            return version.reference();
        }

        boolean isDeprecated() {
            return version.state() == VersionState.DEPRECATED;
        }

        String label() {
            return reference() + " · " + Texts.ofCode("language", version.language());
        }
    }
}
