package org.assisterportal.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The right answer to every question of a course's bank, by the question's words: what a good learner knows. */
final class AnswerKeys {
    private AnswerKeys() {}

    @SuppressWarnings("unchecked")
    static Map<String, String> of(String course) {
        try (InputStream file = AnswerKeys.class.getResourceAsStream("/courses/" + course + "/assessment.yaml")) {
            Map<String, Object> yaml = new Yaml().load(file);
            Map<String, String> keys = new HashMap<>();
            for (Map<String, Object> question : (List<Map<String, Object>>) yaml.getOrDefault("bank", List.of())) {
                keys.put(String.valueOf(question.get("question")), String.valueOf(question.get("right")));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
