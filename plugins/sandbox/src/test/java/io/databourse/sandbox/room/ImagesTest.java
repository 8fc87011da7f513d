package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    /// One for all, because making an image takes seconds; who damages it mends it.
    @TempDir private static Path state;

    private static Images images() {
        return new Images(new RoomHost(state, Optional.empty(), RoomHost.STANDARD_UID));
    }

    @Test
    void an_image_is_made_once_and_named_by_its_content() throws Exception {
        var image = images().get(ImageKind.JVM);
        assertThat(image.root().getFileName()).hasToString(image.sha256());
        assertThat(Manifest.of(image.root()).sha256()).isEqualTo(image.sha256());
        var made = Files.getLastModifiedTime(image.root());
        assertThat(images().get(ImageKind.JVM)).isEqualTo(image);
        assertThat(Files.getLastModifiedTime(image.root())).isEqualTo(made);
        assertThat(images().verify(image)).isEmpty();
    }

    @Test
    void nobody_but_the_owner_may_write_in_it_and_it_shares_no_file_with_the_host()
            throws Exception {
        var root = images().get(ImageKind.JVM).root();
        var loose = new ArrayList<Path>();
        try (var all = Files.walk(root)) {
            for (var one : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                var mode = (int) Files.getAttribute(one, "unix:mode");
                boolean linked =
                        Files.isRegularFile(one) && (int) Files.getAttribute(one, "unix:nlink") > 1;
                if ((mode & 07022) != 0 || linked) {
                    loose.add(one);
                }
            }
        }
        assertThat(loose).isEmpty();
    }

    @Test
    void a_changed_an_added_and_a_lost_file_are_found() throws Exception {
        var image = images().get(ImageKind.JVM);
        var users = image.root().resolve("etc/passwd");
        var groups = image.root().resolve("etc/group");
        var moved = state.resolve("group");
        var before = Files.readString(users);
        Files.writeString(users, "root::0:0::/:/bin/sh\n");
        Files.writeString(image.root().resolve("usr/new"), "x");
        Files.move(groups, moved);
        assertThat(images().verify(image))
                .containsExactlyInAnyOrder("etc/passwd", "usr/new", "etc/group");
        Files.writeString(users, before);
        Files.delete(image.root().resolve("usr/new"));
        Files.move(moved, groups);
        assertThat(images().verify(image)).isEmpty();
    }

    @Test
    void a_changed_manifest_stops_every_job() throws Exception {
        var image = images().get(ImageKind.JVM);
        var manifest = state.resolve("images").resolve(image.sha256() + ".manifest");
        var before = Files.readAllBytes(manifest);
        Files.write(manifest, List.of("d\trwxr-xr-x\tusr"));
        assertThatThrownBy(() -> images().get(ImageKind.JVM))
                .isInstanceOf(RoomUnavailable.class)
                .hasMessageContaining("is not what it was");
        Files.write(manifest, before);
    }

    @Test
    void a_manifest_tells_content_mode_and_target_apart(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "one");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        var first = Manifest.of(folder).sha256();
        Files.writeString(file, "two");
        var second = Manifest.of(folder).sha256();
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
        var third = Manifest.of(folder).sha256();
        Files.delete(folder.resolve("link"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
        assertThat(List.of(first, second, third, Manifest.of(folder).sha256()))
                .doesNotHaveDuplicates();
    }
}
