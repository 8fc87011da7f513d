package io.databourse.node.masking;

import io.databourse.crypto.PrivateFile;
import io.databourse.node.NodeConfig;
import io.databourse.node.masking.Read.Seen;
import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;

/// The only way from a result's files to a person, 动态脱敏网关. What the person's role may see is
/// decided here for every form of answer alike, and the read is on the disk before the first value
/// is given: what cannot be written down is not shown.
public final class MaskingGateway {
    private final ProtectionKey key;
    private final ReadLog log;

    private MaskingGateway(ProtectionKey key, ReadLog log) {
        this.key = key;
        this.log = log;
    }

    /// Makes the key of the masks where it is missing.
    public static MaskingGateway open(NodeConfig config, Clock clock) throws IOException {
        PrivateFile.createDirectories(config.keysFolder());
        var secret = config.keysFolder().resolve("masking.key");
        if (!Files.exists(secret)) {
            ProtectionKey.create(secret);
        }
        return new MaskingGateway(
                ProtectionKey.read(secret),
                new ReadLog(config.stateFolder().resolve("reads"), clock));
    }

    public ReadLog log() {
        return log;
    }

    /// A table, masked or not.
    ///
    /// @param most how many of its rows are shown
    /// @throws TableException if it is none
    public SeenTable table(People.Person reader, Read.What what, Path file, long most)
            throws IOException {
        var rows = rows(file, most);
        var seen = reader.view().isFull() ? Seen.FULL : Seen.MASKED;
        log.append(reader, seen, what, OptionalLong.of(rows));
        return SeenTable.open(file, reader.view(), key);
    }

    /// A file as it is, for those who may see everything.
    ///
    /// @return whether this person may
    public boolean isWhole(People.Person reader, Read.What what, Path file) throws IOException {
        if (!reader.view().isFull()) {
            withheld(reader, what);
            return false;
        }
        log.append(reader, Seen.FULL, what, rowsIfTable(file));
        return true;
    }

    /// Asked for and not given.
    public void withheld(People.Person reader, Read.What what) throws IOException {
        log.append(reader, Seen.WITHHELD, what, OptionalLong.empty());
    }

    /// Held output before a reviewer, who must see what is to be let out.
    public void reviewed(People.Person reviewer, Read.What what) throws IOException {
        log.append(reviewer, Seen.FULL, what, OptionalLong.empty());
    }

    private static OptionalLong rowsIfTable(Path file) throws IOException {
        if (!file.toString().endsWith(".csv")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(rows(file, Long.MAX_VALUE));
        } catch (TableException _) {
            return OptionalLong.empty();
        }
    }

    /// Reads them all once before any is shown, so that a table that breaks off gives nothing.
    private static long rows(Path file, long most) throws IOException {
        try (var in = CsvReader.open(file)) {
            var rows = 0L;
            while (rows < most && in.next().isPresent()) {
                rows++;
            }
            return rows;
        } catch (CharacterCodingException _) {
            throw new TableException(file.getFileName() + " is not in UTF-8");
        }
    }
}
