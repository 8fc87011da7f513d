package io.databourse.node.link;

import io.databourse.node.Answer;
import io.databourse.node.Json;

/// Does what an instruction says. It may be asked twice for the same.
@FunctionalInterface
public interface InstructionHandler {
    Answer handle(String type, Json payload) throws Exception;
}
