package org.assisterportal.carrier.domain;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.carrier.domain.Answer.Decision;
import org.assisterportal.carrier.domain.Answer.Fault;
import org.assisterportal.carrier.domain.Answer.SetAnswer;

/** Reads a 999 by the library and the schema. What a faulty element held, which may be anybody's data, is read past. */
final class AnswerReading {
    private static final int MOST_FAULTS = 10;

    private final List<Answer> answers = new ArrayList<>();
    private final List<SetAnswer> sets = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> elements = new HashMap<>();
    private String tag = "";
    private long group;
    private String set = "";
    private String segment = "";
    private String position = "";
    private boolean ended;

    private AnswerReading() {}

    /** The answers of a file; nothing where it is no whole 999. */
    static Optional<List<Answer>> read(byte[] file) {
        AnswerReading reading = new AnswerReading();
        try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                if (!reading.step(reader)) {
                    return Optional.empty();
                }
            }
        } catch (EDIStreamException | IOException | RuntimeException e) {
            // Its text may hold what is in the file; that it can't be read is all there is to say.
            return Optional.empty();
        }
        return reading.ended && !reading.answers.isEmpty() ? Optional.of(List.copyOf(reading.answers)) : Optional.empty();
    }

    private boolean step(EDIStreamReader reader) throws EDIStreamException {
        switch (reader.next()) {
            case START_TRANSACTION -> reader.setTransactionSchema(X12.ANSWERS);
            case START_SEGMENT -> {
                tag = reader.getText();
                elements.clear();
            }
            case ELEMENT_DATA -> element(reader.getLocation(), reader.getText());
            case END_SEGMENT -> {
                return segment();
            }
            case END_INTERCHANGE -> ended = true;
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> {
                return false;
            }
            default -> {
                // Loops, groups and composites need no step.
            }
        }
        return true;
    }

    private void element(Location at, String text) {
        // A composite's first component counts; what a faulty element held is the fourth of IK4.
        if (at.getComponentPosition() <= 1 && !(tag.equals("IK4") && at.getElementPosition() == 4)) {
            elements.put(String.valueOf(at.getElementPosition()), text);
        }
    }

    private String at(int place) {
        return elements.getOrDefault(String.valueOf(place), "");
    }

    private boolean segment() {
        switch (tag) {
            case "ST" -> {
                return at(1).equals(X12.ANSWER_SET);
            }
            case "AK1" -> {
                group = Long.parseLong(at(2));
                sets.clear();
            }
            case "AK2" -> {
                set = at(2);
                faults.clear();
            }
            case "IK3" -> {
                segment = at(1);
                position = at(2);
                fault("", "segment." + at(4));
            }
            case "IK4" -> {
                // The segment's own fault only says that an element of it has one.
                faults.removeIf(one -> one.position().equals(position) && one.element().isEmpty());
                fault(at(1).length() == 1 ? "0" + at(1) : at(1), "element." + at(3));
            }
            case "IK5" -> {
                if (faults.isEmpty() && !at(2).isEmpty()) {
                    faults.add(new Fault("", "", "", "set." + at(2)));
                }
                sets.add(new SetAnswer(set, Decision.of(at(1)), faults));
            }
            case "AK9" -> answers.add(new Answer(group, Decision.of(at(1)), Integer.parseInt(at(4)), sets));
            default -> {
                // The envelope, and where exactly in a loop a fault is.
            }
        }
        return true;
    }

    private void fault(String element, String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(segment, position, element, reason));
        }
    }
}
