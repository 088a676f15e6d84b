package org.assisterportal.carrier.domain;

import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import io.xlate.edi.stream.EDIValidationException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** One interchange's segments, one after the other, through the library, which holds each against the schema. */
final class Segments {
    private static final EDIOutputFactory FACTORY = factory();

    private final EDIStreamWriter writer;
    private int written;

    Segments(OutputStream out) {
        writer = FACTORY.createEDIStreamWriter(out);
        writer.setControlSchema(X12.ENVELOPE);
        writer.setTransactionSchema(X12.ENROLLMENTS);
        try {
            writer.startInterchange();
        } catch (EDIStreamException e) {
            throw wrapped(e);
        }
    }

    private static EDIOutputFactory factory() {
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.TRUNCATE_EMPTY_ELEMENTS, true);
        return factory;
    }

    /**
     * A segment with its elements; an empty text is an element that isn't there.
     *
     * @throws Misfit when the schema doesn't have it so
     */
    void put(String tag, String... elements) {
        try {
            writer.writeStartSegment(tag);
            for (String element : elements) {
                writer.writeElement(element);
            }
            writer.writeEndSegment();
        } catch (EDIValidationException e) {
            throw new Misfit(tag, Math.max(e.getLocation().getElementPosition(), 0));
        } catch (IllegalArgumentException e) {
            throw new Misfit(tag, 0);
        } catch (EDIStreamException e) {
            throw wrapped(e);
        }
        written++;
    }

    /** How many segments were written so far. */
    int written() {
        return written;
    }

    void end() {
        try {
            writer.endInterchange();
            writer.close();
        } catch (EDIStreamException e) {
            throw wrapped(e);
        }
    }

    // The library's texts may hold what is in a segment; they go no further.
    private static RuntimeException wrapped(EDIStreamException e) {
        return e.getCause() instanceof IOException cause
                ? new UncheckedIOException(cause)
                : new IllegalStateException("an interchange can't be written");
    }

    /** A segment or an element of it that the schema doesn't have so. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String tag;
        private final int element;

        Misfit(String tag, int element) {
            super("a segment isn't as the schema has it");
            this.tag = tag;
            this.element = element;
        }

        String tag() {
            return tag;
        }

        /** From 1; 0 for the segment as a whole. */
        int element() {
            return element;
        }
    }
}
