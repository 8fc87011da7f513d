package io.databourse.protection.anonymise;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.databourse.protection.table.TableException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How alike the rows of a published table must be. Every column is in one of the four lists.
///
/// @param quasiIdentifiers columns by which somebody could be recognised together; they become
///   ranges
/// @param sensitive columns that nobody must learn of somebody; they are published as they are
/// @param keep columns by which nobody can be recognised, published as they are
/// @param drop columns that are left out, such as names
/// @param k rows of one class, at least
/// @param l distinct sensitive values of one class, at least (1: not asked for)
/// @param t how far a class may be from the whole table, 0 to 1 (nothing: not asked for)
public record AnonymisePolicy(
        @JsonProperty(required = true) Map<String, Scale> quasiIdentifiers,
        Map<String, Scale> sensitive,
        List<String> keep,
        List<String> drop,
        @JsonProperty(required = true) int k,
        int l,
        @Nullable Double t) {

    /// How the values of a column are ordered.
    public enum Scale {
        NUMBER,
        /// 2026-11-21
        DATE,
        TEXT
    }

    public AnonymisePolicy {
        quasiIdentifiers = new TreeMap<>(quasiIdentifiers);
        sensitive = sensitive == null ? Map.of() : new TreeMap<>(sensitive);
        keep = keep == null ? List.of() : List.copyOf(keep);
        drop = drop == null ? List.of() : List.copyOf(drop);
        l = Math.max(1, l);
    }

    void check() throws TableException {
        if (k < 2 || quasiIdentifiers.isEmpty()) {
            throw new TableException("a policy has quasi-identifiers and a k of at least 2");
        }
        if (t != null && !(t >= 0 && t <= 1)) {
            throw new TableException("t is 0 to 1");
        }
        if (sensitive.isEmpty() && (l > 1 || t != null)) {
            throw new TableException("l and t are about sensitive columns; the policy has none");
        }
    }
}
