package org.assisterportal.application;

import java.time.Instant;
import java.util.List;

/**
 * The notice of one signed version, as it was made.
 *
 * @param reference the version's number, for the phone
 * @param number the version's place among the consumer's
 * @param language its tag, such as {@code es}
 * @param rules version of the rule data
 * @param sha256 of the text as it is stored
 */
public record Notice(
        ApplicationId application, long reference, int number, Instant madeAt, String language, String rules, String sha256,
        List<Block> blocks) {

    public Notice {
        blocks = List.copyOf(blocks);
    }

    /** What a block is; page and PDF show each in their own way. */
    public enum Kind {
        TITLE,
        HEADING,
        SUBHEADING,
        /** Says yes. */
        GRANTED,
        /** Says anything else. */
        OPEN,
        TEXT,
        ITEMS,
        FACTS
    }

    /**
     * A piece of the text in reading order.
     *
     * @param rows of items and facts; else empty
     * @param language where it is another than the notice's
     */
    public record Block(Kind kind, String words, List<Row> rows, String language) {
        public Block {
            rows = List.copyOf(rows);
        }
    }

    /** A point or a fact; a point has no name. */
    public record Row(String name, String words) {}

    public String title() {
        return blocks.getFirst().words();
    }
}
