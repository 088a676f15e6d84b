package org.assisterportal.carrier.domain;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The versions that are spoken, and their schemas, which are the product's own ({@code x12/834.xml}, {@code x12/999.xml}). */
final class X12 {
    static final String ENROLLMENT = "005010X220A1";
    static final String ANSWER_SET = "999";
    static final Schema ENVELOPE = envelope();
    static final Schema ENROLLMENTS = load("834");
    static final Schema ANSWERS = load(ANSWER_SET);

    private X12() {}

    private static Schema envelope() {
        try {
            return SchemaFactory.newFactory().getControlSchema("X12", new String[] {"00501"});
        } catch (EDISchemaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema load(String set) {
        try (InputStream file = Objects.requireNonNull(X12.class.getResourceAsStream("/x12/" + set + ".xml"))) {
            return SchemaFactory.newFactory().createSchema(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EDISchemaException e) {
            throw new IllegalStateException(e);
        }
    }
}
