package io.databourse.node.review;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Buyers' scripts on disk, by hash and contract: what was approved for one contract's data is not
/// approved for another's.
public final class Scripts {
    /// The longest script, as the exchange has it too.
    public static final int MOST_BYTES = 64 << 10;

    private final Path folder;

    public Scripts(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    public Optional<ScriptReview> find(String sha256, String contractId) throws IOException {
        // Ids come from outside and are no file names.
        var file = folder.resolve(Digest.sha256(sha256 + "\n" + contractId).hex() + ".json");
        return Files.exists(file)
                ? Optional.of(ScriptReview.parse(Files.readString(file)))
                : Optional.empty();
    }

    /// The reviewers here who have approved exactly this text for this contract; nobody, as long as
    /// there are not enough of them.
    public Set<String> approvers(String script, String contractId) throws IOException {
        return find(Digest.sha256(script).hex(), contractId)
                .filter(known -> known.script().equals(script))
                .filter(known -> known.state().equals(Decision.APPROVED))
                .flatMap(ScriptReview::decision)
                .map(decision -> Set.copyOf(decision.reviewers()))
                .orElse(Set.of());
    }

    /// All of them, oldest first.
    public List<ScriptReview> all() throws IOException {
        var found = new ArrayList<ScriptReview>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                found.add(ScriptReview.parse(Files.readString(file)));
            }
        }
        found.sort(Comparator.comparing(ScriptReview::submittedAt));
        return found;
    }

    void write(ScriptReview script) throws IOException {
        PrivateFile.write(
                folder.resolve(script.id() + ".json"),
                script.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
