package org.assisterportal.application.domain;

import java.util.Map;
import java.util.TreeMap;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Paper;

/**
 * All answers of an application in one text that is the same for the same answers: a line a field, by page and person in
 * the order in which they are asked, fields by name. Of a Social Security number it says only that one was given.
 */
final class Canonical {
    private Canonical() {}

    static String text(ApplicationId id, Paper paper) {
        StringBuilder text = new StringBuilder("application\t" + id + "\t" + paper.number() + "\n");
        for (Paper.Step step : paper.steps()) {
            if (step.answer() == null) {
                continue;
            }
            for (Map.Entry<String, String> field : new TreeMap<>(step.answer().content()).entrySet()) {
                text.append(step.spot().question().slug()).append('\t').append(step.spot().subject()).append('\t')
                        .append(field.getKey()).append('\t').append(escaped(field.getValue())).append('\n');
            }
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
