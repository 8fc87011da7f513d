package io.databourse.sandbox.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A host that lacks something gets no room at all, and is told what to do.
class RequirementsTest {
    private static String run(String... before) throws Exception {
        Assumptions.assumeTrue(Starter.isRoot(), "only root can take something from a process");
        var words = new ArrayList<>(List.of(before));
        words.addAll(Starter.java("/databourse-tests-none"));
        words.addAll(
                List.of(
                        Rooms.image(ImageKind.PYTHON).root().toString(),
                        Long.toString(64 << 20),
                        "5000",
                        "1000",
                        "-",
                        "/usr/bin/python3",
                        "-S",
                        "-c",
                        "print('ran')"));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isNotZero();
        return text;
    }

    @Test
    void without_bubblewrap_the_package_is_named() throws Exception {
        var hide = "for f in /usr/bin/bwrap /bin/bwrap; do mount --bind /dev/null $f; done;";
        assertThat(run("unshare", "--mount", "/bin/sh", "-c", hide + " exec \"$@\"", "sh"))
                .contains("apt-get install bubblewrap");
    }

    @Test
    void without_user_namespaces_the_setting_is_named() throws Exception {
        var forbid = "echo 0 > /proc/sys/user/max_user_namespaces; exec setpriv";
        assertThat(
                        run(
                                "unshare",
                                "--user",
                                "--map-root-user",
                                "/bin/sh",
                                "-c",
                                forbid + " \"$@\"",
                                "sh",
                                "--no-new-privs",
                                "--"))
                .contains("namespaces")
                .contains("kernel.unprivileged_userns_clone=1");
    }

    @Test
    void without_a_control_group_of_its_own_an_unprivileged_node_is_told_how_to_get_one()
            throws Exception {
        assertThat(run("setpriv", "--reuid", "64991", "--regid", "64991", "--clear-groups", "--"))
                .contains("Delegate=yes")
                .contains(RoomHost.CGROUP);
    }

    @Test
    void packages_that_an_image_lacks_are_named(
            @org.junit.jupiter.api.io.TempDir java.nio.file.Path database) throws Exception {
        java.nio.file.Files.writeString(
                database.resolve("status"),
                """
                Package: python3
                Status: install ok installed
                Architecture: amd64
                Version: 3.11
                """);
        var packages = DebianPackages.read(database);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> packages.closure(ImageKind.PYTHON.packages()))
                .isInstanceOf(RoomUnavailable.class)
                .hasMessageContaining(
                        "apt-get install libc-bin python3-numpy python3-pandas python3-scipy"
                                + " python3-sklearn");
    }
}
