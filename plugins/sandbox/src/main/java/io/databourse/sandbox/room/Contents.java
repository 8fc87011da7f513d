package io.databourse.sandbox.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Checks that an output is what it says it is.
final class Contents {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Contents() {}

    /// The content as it may leave; empty if it is not of that kind.
    static Optional<byte[]> clean(Output.Kind kind, byte[] content) {
        return switch (kind) {
            case TABLE -> text(content).filter(Contents::isTable).map(_ -> content);
            case TEXT -> text(content).map(_ -> content);
            case JSON -> text(content).flatMap(Contents::json);
            case PNG -> Png.clean(content);
        };
    }

    private static Optional<String> text(byte[] content) {
        try {
            // A decoder of one's own reports what is not UTF-8; `new String` would replace it.
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.chars().allMatch(Contents::isText) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isText(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || !Character.isISOControl(character);
    }

    private static Optional<byte[]> json(String text) {
        try {
            var tree = JSON.readTree(text);
            return tree.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(JSON.writeValueAsBytes(tree));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// Each row has as many fields as the header, and every quote is closed.
    private static boolean isTable(String text) {
        int wanted = -1;
        int fields = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == ',') {
                fields++;
            } else if (!quoted && character == '\n') {
                if (wanted >= 0 && wanted != fields) {
                    return false;
                }
                wanted = fields;
                fields = 1;
            }
        }
        return !quoted && wanted > 0 && text.endsWith("\n");
    }
}
