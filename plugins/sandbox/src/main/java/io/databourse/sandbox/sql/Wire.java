package io.databourse.sandbox.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The bytes between the owner's program and a worker. The side outside trusts none of them: each
/// length has a bound, and what does not read as a table is a broken worker.
final class Wire {
    static final int READY = 0x44425157;
    static final byte TREE = 3;
    static final byte TABLE = 4;
    static final byte FAILED = 5;
    static final int LONGEST_SQL = 1 << 20;
    static final int LONGEST_TREE = 16 << 20;

    private Wire() {}

    /// A query and the files it reads.
    record Request(String sql, List<TableFile> files, Plan.Limits limits) {

        void write(DataOutputStream out) throws IOException {
            Wire.write(out, sql);
            out.writeInt(limits.rows());
            out.writeLong(limits.bytes());
            out.writeInt(files.size());
            for (TableFile file : files) {
                Wire.write(out, file.name());
                Wire.write(out, file.file().toString());
                Wire.write(out, file.format().name());
                out.writeInt(file.columns().size());
                for (var column : file.columns().entrySet()) {
                    Wire.write(out, column.getKey());
                    Wire.write(out, column.getValue().name());
                }
            }
            out.flush();
        }

        static Request read(DataInputStream in) throws IOException {
            String sql = text(in, LONGEST_SQL);
            var limits = new Plan.Limits(in.readInt(), in.readLong());
            var files = new ArrayList<TableFile>();
            for (int n = in.readInt(); n > 0; n--) {
                String name = text(in, 100);
                var path = Path.of(text(in, 4_096));
                var format = choice(in, TableFile.Format.class);
                var columns = new LinkedHashMap<String, Type>();
                for (int c = in.readInt(); c > 0; c--) {
                    columns.put(text(in, 1_000), choice(in, Type.class));
                }
                files.add(new TableFile(name, path, format, columns));
            }
            return new Request(sql, files, limits);
        }
    }

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in, int longest) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("a text was cut");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static <E extends Enum<E>> E choice(DataInputStream in, Class<E> type) throws IOException {
        String name = text(in, 100);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("an unknown " + type.getSimpleName());
    }
}
