package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    @TempDir Path folder;

    @Test
    void files_and_folders_are_unpacked() throws Exception {
        Archives.unzip(zip("server/bin/run.sh"), folder.resolve("out"));

        assertThat(folder.resolve("out/server/bin/run.sh")).hasContent("content");
    }

    @Test
    void a_path_that_leads_outside_is_refused() throws Exception {
        Path archive = zip("../outside");

        assertThatThrownBy(() -> Archives.unzip(archive, folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private Path zip(String entry) throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write("content".getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }
}
