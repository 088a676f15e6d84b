package org.assisterportal.learning.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one YAML map so that whatever is missing or of another kind is told with file and field. */
record CourseFile(String where, Map<?, ?> values) {

    static CourseFile parse(String where, String yaml) {
        Object read;
        try {
            read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalStateException(where + " is not readable as YAML: " + e.getMessage(), e);
        }
        return of(where, read);
    }

    private static CourseFile of(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalStateException(where + " should hold names and values");
        }
        return new CourseFile(where, map);
    }

    String text(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Map || value instanceof List || value.toString().isBlank()) {
            throw broken(name, "a text is needed");
        }
        return value.toString().strip();
    }

    int number(String name) {
        if (values.get(name) instanceof Integer number && number > 0) {
            return number;
        }
        throw broken(name, "a whole number above 0 is needed");
    }

    boolean yes(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw broken(name, "true or false is needed");
        }
        return Boolean.TRUE.equals(value);
    }

    CourseFile map(String name) {
        return of(where + ", " + name, values.get(name));
    }

    List<CourseFile> maps(String name) {
        return list(name).stream().map(item -> of(where + ", an item of " + name, item)).toList();
    }

    List<String> texts(String name) {
        return list(name).stream().map(item -> String.valueOf(item).strip()).toList();
    }

    private List<?> list(String name) {
        if (values.get(name) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw broken(name, "a list is needed");
    }

    IllegalStateException broken(String name, String what) {
        return new IllegalStateException(where + ", " + name + ": " + what);
    }
}
