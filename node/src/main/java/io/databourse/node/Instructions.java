package io.databourse.node;

import io.databourse.node.contract.ContractCheck;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.contract.SignedContract;
import io.databourse.node.contract.Verdict;
import io.databourse.node.job.JobService;
import io.databourse.node.link.InstructionHandler;
import io.databourse.node.source.Source;
import io.databourse.plugin.Outcome.Blame;
import java.util.Optional;
import java.util.Set;

/// What the exchange may ask of a node. There is no instruction that hands out data or keys.
record Instructions(NodeConfig config, FactFinder facts, JobService jobs)
        implements InstructionHandler {

    @Override
    public Answer handle(String type, Json payload) throws Exception {
        return switch (type) {
            case "PROFILE_SOURCE" -> profile(payload);
            case "SIGN_CONTRACT" -> sign(payload);
            case "SIGN_SUPPLEMENT" -> signSupplement(payload);
            case "PREPARE_JOB" -> jobs.prepare(JobRequest.of(payload));
            case "START_JOB" -> jobs.start(payload.text("jobId"), payload.count("attempt"));
            case "ABORT_JOB" ->
                    jobs.abort(
                            payload.text("jobId"),
                            payload.count("attempt"),
                            payload.find("reason").orElse("aborted by the exchange"),
                            payload.find("contractId"));
            case "DELIVER_RESULT" -> jobs.deliver(payload.text("jobId"), payload.count("attempt"));
            case "REVIEW_SCRIPT" -> facts.reviews().submit(payload);
            case "FINISH_JOB" -> jobs.finishJob(payload.text("jobId"), payload.count("attempt"));
            default -> Answer.failed("INSTRUCTION_UNKNOWN", "this node does not know " + type);
        };
    }

    private Answer profile(Json payload) {
        var name = payload.text("source");
        var source =
                config.source(name)
                        .orElseThrow(() ->
                                new NodeFailure(
                                        "SOURCE_UNKNOWN",
                                        Blame.CALLER,
                                        "there is no source " + name));
        var profile = facts.reader().profile(source);
        keep(source);
        var result =
                Json.object()
                        .put("source", profile.source())
                        .put("rowCount", profile.rowCount())
                        .put("contentHash", profile.contentHash())
                        .put("format", profile.format().name());
        var columns = result.putArray("columns");
        for (var column : profile.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name())
                    .put("nullable", column.nullable());
        }
        return Answer.done(result);
    }

    /// For dry runs, which do not open the source.
    private void keep(Source source) {
        var values =
                Optional.ofNullable(config.releases().get(source.name()))
                        .flatMap(ReleasePolicy::room)
                        .map(ReleasePolicy.RoomTerms::syntheticValues)
                        .orElse(Set.of());
        facts.profiles().keep(source.name(), facts.reader().keep(source, values));
    }

    private Answer sign(Json payload) {
        var document = payload.text("document");
        return sign(document, ContractCheck.signing(document, facts.forContract(document)));
    }

    private Answer signSupplement(Json payload) {
        var contract = SignedContract.of(payload.child("contract"));
        var document = payload.text("document");
        return sign(
                document,
                ContractCheck.supplement(
                        contract, document, facts.forContract(contract.document())));
    }

    private Answer sign(String document, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(var code, var reason) -> Answer.refused(code.name(), reason);
            case Verdict.Allowed _ ->
                    Answer.done(
                            Json.object()
                                    .put("signature", facts.keys().signer().signDocument(document))
                                    .put(
                                            "signingCertificate",
                                            io.databourse.crypto.Pem.of(
                                                    facts.keys().signingCertificate())));
        };
    }
}
