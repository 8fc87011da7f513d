package io.databourse.dispatch;

import static io.databourse.plugin.Progress.FIRST_ROWS;
import static io.databourse.plugin.Progress.FOUND;
import static io.databourse.plugin.Progress.NO_KEYS;
import static io.databourse.plugin.Progress.NULL_KEYS;
import static io.databourse.plugin.Progress.REPEATED_KEYS;
import static io.databourse.plugin.Progress.UNREADABLE_KEYS;

import java.util.Locale;
import java.util.Optional;

/// What a program finds out about its party's rows before the long work. A node says a word and two
/// numbers; the sentences are the exchange's own, in both languages, so that no program can write
/// what it likes into a job's history.
enum Finding {
    NULLS(NULL_KEYS, "have no key, as a value of it is NULL", "因标识含空值而没有标识"),
    UNREADABLE(
            UNREADABLE_KEYS,
            "have no key, as a value of it is not what the job's rules of keys ask for",
            "的标识不符合任务的标识规则，不参与求交"),
    REPEATED(REPEATED_KEYS, "repeat the key of another row", "的标识与其他行重复"),
    NONE(NO_KEYS, "have no key, so nothing can match", "均没有标识，不会有匹配");

    private final String word;
    private final String english;
    private final String chinese;

    Finding(String word, String english, String chinese) {
        this.word = word;
        this.english = english;
        this.chinese = chinese;
    }

    static boolean isOne(Progress said) {
        return said.phase().startsWith(FOUND);
    }

    /// In both languages; empty if there are no words for it.
    static Optional<String> words(Progress said) {
        for (Finding finding : values()) {
            if (said.phase().equals(FOUND + finding.word)) {
                return Optional.of(finding.sentence(said));
            }
        }
        return Optional.empty();
    }

    private String sentence(Progress said) {
        boolean part = said.unit().equals(FIRST_ROWS);
        return String.format(
                Locale.ROOT,
                "%,d of %s%,d rows %s. %s %,d 行中有 %,d 行%s。",
                said.done(),
                part ? "the first " : "",
                said.total(),
                english,
                part ? "前" : "全部",
                said.total(),
                said.done(),
                chinese);
    }
}
