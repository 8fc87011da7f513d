package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
    private static Outputs read(String stream) throws IOException {
        return Outputs.read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] stream(String kind, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ("BOURSE/1 " + kind + " a " + content.length + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\nBOURSE/1 end\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void frames_are_read_one_after_another() throws IOException {
        var outputs =
                read(
                        """
                        BOURSE/1 text a-1_.x 3
                        abc
                        BOURSE/1 json b 8
                        {"a": 1}
                        BOURSE/1 table t 8
                        a,b
                        1,2

                        BOURSE/1 end
                        """);
        assertThat(outputs).isInstanceOf(Outputs.Complete.class);
        assertThat(((Outputs.Complete) outputs).items())
                .extracting(Output::fileName)
                .containsExactly("a-1_.x.txt", "b.json", "t.csv");
    }

    @Test
    void a_script_may_let_nothing_out() throws IOException {
        assertThat(read("BOURSE/1 end\n")).isInstanceOf(Outputs.Complete.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BOURSE/1 end",
                "BOURSE/2 end\n",
                "BOURSE/1 text a 3\nab",
                "BOURSE/1 text a 3\nabc\n",
                "BOURSE/1 text a 3\nabcBOURSE/1 end\n",
                "BOURSE/1 text a 2\nabc\nBOURSE/1 end\n",
                "BOURSE/1 text a -1\n\nBOURSE/1 end\n",
                "BOURSE/1 text a 9999999999\nabc\nBOURSE/1 end\n",
                "BOURSE/1 pickle a 1\na\nBOURSE/1 end\n",
                "BOURSE/1 zip a 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text ../a 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text .. 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text .hidden 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text a/b 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text a\u0000b 1\na\nBOURSE/1 end\n",
                "BOURSE/1 text  1\na\nBOURSE/1 end\n",
                "BOURSE/1 text a 1\na\nBOURSE/1 text A 1\nb\nBOURSE/1 end\n",
                "BOURSE/1 end\nBOURSE/1 end\n",
                "BOURSE/1 text a 1\n\u0007\nBOURSE/1 end\n",
                "BOURSE/1 text a 1\n\u001b\nBOURSE/1 end\n",
                "BOURSE/1 json a 2\n{,\nBOURSE/1 end\n",
                "BOURSE/1 json a 3\n1 2\nBOURSE/1 end\n",
                "BOURSE/1 json a 3\nNaN\nBOURSE/1 end\n",
                "BOURSE/1 json a 13\n{\"a\":1,\"a\":2}\nBOURSE/1 end\n",
                "BOURSE/1 table a 0\n\nBOURSE/1 end\n",
                "BOURSE/1 table a 7\na,b\n12\n\nBOURSE/1 end\n",
                "BOURSE/1 table a 4\na,\"b\nBOURSE/1 end\n",
                "BOURSE/1 png a 3\nabc\nBOURSE/1 end\n"
            })
    void anything_else_refuses_the_whole(String stream) throws IOException {
        assertThat(read(stream)).isInstanceOf(Outputs.Refused.class);
    }

    @Test
    void a_text_that_is_not_utf8_is_refused() throws IOException {
        var bytes = stream("text", new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThat(Outputs.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(Outputs.Refused.class);
    }

    @Test
    void a_picture_loses_its_texts_and_stays_the_same_picture() throws IOException {
        var picture = png();
        var end = picture.length - 12;
        var withText = new ByteArrayOutputStream();
        withText.write(picture, 0, end);
        withText.writeBytes(chunk("tEXt", "Comment\0all rows"));
        withText.write(picture, end, 12);
        assertThat(Png.clean(withText.toByteArray()).orElseThrow()).isEqualTo(picture);
    }

    @Test
    void a_picture_with_something_behind_it_or_an_unknown_chunk_is_refused() throws IOException {
        var picture = png();
        var longer = java.util.Arrays.copyOf(picture, picture.length + 1);
        assertThat(Png.clean(longer)).isEmpty();
        var flipped = picture.clone();
        flipped[40] ^= 1;
        assertThat(Png.clean(flipped)).isEmpty();
        var unknown = new ByteArrayOutputStream();
        unknown.write(picture, 0, picture.length - 12);
        unknown.writeBytes(chunk("daTa", "rows"));
        unknown.write(picture, picture.length - 12, 12);
        assertThat(Png.clean(unknown.toByteArray())).isEmpty();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, String data) {
        var body = (type + data).getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(body);
        return java.nio.ByteBuffer.allocate(body.length + 8)
                .putInt(data.length())
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
