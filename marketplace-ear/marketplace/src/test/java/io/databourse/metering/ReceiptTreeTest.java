package io.databourse.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleFrontier;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTreeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 255, 1000})
    void it_is_the_tree_of_rfc_6962_and_every_path_leads_to_its_root(int size) {
        List<String> documents = new ArrayList<>();
        MerkleFrontier log = MerkleFrontier.empty();
        for (int i = 0; i < size; i++) {
            documents.add("{\"call\":" + i + "}");
            log = log.append(leaf(documents.get(i))).frontier();
        }

        ReceiptTree tree = new ReceiptTree(documents);

        assertThat(tree.root()).isEqualTo(log.root());
        for (int i = 0; i < size; i++) {
            List<Digest> path = tree.path(i).stream().map(Digest::parse).toList();
            assertThat(MerkleVerifier.inclusion(leaf(documents.get(i)), i, size, path, tree.root()))
                    .isTrue();
        }
    }

    private static Digest leaf(String document) {
        return MerkleHash.leaf(document.getBytes(StandardCharsets.UTF_8));
    }
}
