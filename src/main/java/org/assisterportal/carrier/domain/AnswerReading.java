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
import org.assisterportal.carrier.domain.Answer.Counts;
import org.assisterportal.carrier.domain.Answer.Decision;
import org.assisterportal.carrier.domain.Answer.Fault;
import org.assisterportal.carrier.domain.Answer.Receipt;
import org.assisterportal.carrier.domain.Answer.SetAnswer;
import org.jspecify.annotations.Nullable;

/** Reads a 999, or a TA1, by the library and the schema. What a faulty element held, which may be anybody's data, is read past. */
final class AnswerReading {
    private static final int MOST_FAULTS = 10;

    private final AnswerEnvelope envelope = new AnswerEnvelope();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<SetAnswer> sets = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> elements = new HashMap<>();
    private String tag = "";
    private long group;
    private String set = "";
    private String segment = "";
    private String position = "";

    private AnswerReading() {}

    /**
     * A whole answer.
     *
     * @param sender who wrote it, as its envelope says
     * @param receiver to whom
     */
    record Whole(String sender, String receiver, List<Answer> answers, List<Receipt> receipts) {
        Whole {
            answers = List.copyOf(answers);
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * What a file says.
     *
     * @throws Unfit.Found where it is no whole answer, or contradicts itself
     */
    static Whole read(byte[] file) {
        AnswerReading reading = new AnswerReading();
        try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                reading.step(reader);
            }
        } catch (Unfit.Found e) {
            throw e;
        } catch (EDIStreamException | IOException | RuntimeException e) {
            // Its text may hold what is in the file; that it can't be read is all there is to say.
            throw new Unfit.Found(Unfit.UNREADABLE);
        }
        if (!reading.envelope.isClosed() || reading.answers.isEmpty() && reading.receipts.isEmpty()) {
            throw new Unfit.Found(Unfit.UNREADABLE);
        }
        return new Whole(reading.envelope.sender(), reading.envelope.receiver(), reading.answers, reading.receipts);
    }

    private void step(EDIStreamReader reader) throws EDIStreamException {
        switch (reader.next()) {
            case START_TRANSACTION -> reader.setTransactionSchema(X12.ANSWERS);
            case START_SEGMENT -> {
                tag = reader.getText();
                elements.clear();
            }
            case ELEMENT_DATA -> element(reader.getLocation(), reader.getText());
            case END_SEGMENT -> {
                envelope.segment(tag, this::at);
                segment();
            }
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> wrong(reader);
            default -> {
                // Loops, groups and composites need no step.
            }
        }
    }

    /** The envelope's own numbers are compared when its segment ends, so that it can be said which they are. */
    private void wrong(EDIStreamReader reader) {
        Location at = reader.getLocation();
        @Nullable String where = at.getSegmentTag();
        switch (reader.getErrorType()) {
            case CONTROL_REFERENCE_MISMATCH, CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> {}
            default -> throw new Unfit.Found(where == null ? Unfit.UNREADABLE : new Unfit("syntax", place(where, at.getElementPosition()), "", ""));
        }
    }

    private static String place(String segment, int element) {
        return element < 1 ? segment : segment + (element < 10 ? "0" : "") + element;
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

    private void segment() {
        switch (tag) {
            case "TA1" -> receipts.add(new Receipt(Long.parseLong(at(1)), !at(4).equals("A") && !at(4).equals("E"), at(5)));
            case "ST" -> only(1, X12.ANSWER_SET);
            case "AK1" -> {
                only(1, "BE");
                group = Long.parseLong(at(2));
                sets.clear();
            }
            case "AK2" -> {
                only(1, "834");
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
            case "AK9" -> {
                Counts counts = new Counts(Integer.parseInt(at(2)), Integer.parseInt(at(3)), Integer.parseInt(at(4)));
                answers.add(new Answer(group, Decision.of(at(1)), counts, sets));
            }
            default -> {
                // The envelope, and where exactly in a loop a fault is.
            }
        }
    }

    private void only(int place, String value) {
        if (!at(place).equals(value)) {
            throw new Unfit.Found(Unfit.of("kind"));
        }
    }

    private void fault(String element, String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(segment, position, element, reason));
        }
    }
}
