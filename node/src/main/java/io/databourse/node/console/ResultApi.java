package io.databourse.node.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.databourse.node.masking.MaskingGateway;
import io.databourse.node.masking.People;
import io.databourse.node.masking.Read;
import io.databourse.node.masking.SeenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Results for programs, 数据服务接口.
final class ResultApi {
    private final Results results;
    private final MaskingGateway gateway;
    private final JsonFactory json = new JsonFactory();

    ResultApi(Results results, MaskingGateway gateway) {
        this.results = results;
        this.gateway = gateway;
    }

    void list(Call call) throws IOException {
        var jobs = results.jobs();
        try (var out = json.createGenerator(call.stream("application/json"))) {
            out.writeStartObject();
            out.writeArrayFieldStart("results");
            for (var job : jobs) {
                out.writeString(job);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /// `{"job", "masked", "files": [...], "columns": [...], "rows": [[...]]}`; the latter two if
    /// there is a table. Cells that are JSON numbers are handed on as they are written in the file.
    void result(Call call, People.Person reader, String job) throws IOException {
        var files = results.files(job);
        var file = results.table(job);
        if (file.isEmpty()) {
            try (var out = json.createGenerator(call.stream("application/json"))) {
                begin(out, reader, job, files);
                out.writeEndObject();
            }
            return;
        }
        var what = new Read.What(Read.Door.API, job, Results.name(file.get()));
        try (var table = gateway.table(reader, what, file.get(), Long.MAX_VALUE);
                var out = json.createGenerator(call.stream("application/json"))) {
            begin(out, reader, job, files);
            rows(out, table);
            out.writeEndObject();
        }
    }

    private static void begin(JsonGenerator out, People.Person reader, String job, List<Path> files)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("job", job);
        out.writeBooleanField("masked", !reader.view().isFull());
        out.writeArrayFieldStart("files");
        for (var file : files) {
            out.writeString(Results.name(file));
        }
        out.writeEndArray();
    }

    private static void rows(JsonGenerator out, SeenTable table) throws IOException {
        out.writeArrayFieldStart("columns");
        for (var column : table.columns()) {
            out.writeString(column);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rows");
        for (var row = table.next(); row.isPresent(); row = table.next()) {
            out.writeStartArray();
            for (var cell : row.get()) {
                write(out, cell);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, String cell) throws IOException {
        if (Table.isNumber(cell)) {
            out.writeNumber(cell);
        } else if (cell.isEmpty()) {
            out.writeNull();
        } else {
            out.writeString(cell);
        }
    }
}
