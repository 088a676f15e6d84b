package org.assisterportal.carrier.domain;

import java.util.ArrayList;
import java.util.List;

/** An interchange read by its two separators alone. Shares nothing with the writer, so that both can't be wrong in one way. */
public final class ReadBack {
    private final List<String[]> segments = new ArrayList<>();

    public ReadBack(String text) {
        for (String segment : text.split("~")) {
            segments.add(segment.split("\\*", -1));
        }
    }

    List<String[]> segments() {
        return segments;
    }

    List<String[]> named(String tag) {
        return segments.stream().filter(one -> one[0].equals(tag)).toList();
    }

    /** The element at a place such as {@code INS 2}, or nothing where the segment is shorter. */
    static String at(String[] segment, int place) {
        return place < segment.length ? segment[place] : "";
    }

    /** The sets, each from ST to SE. */
    public List<Set> sets() {
        List<Set> sets = new ArrayList<>();
        List<String[]> open = new ArrayList<>();
        for (String[] one : segments) {
            if (one[0].equals("ST")) {
                open = new ArrayList<>();
            }
            open.add(one);
            if (one[0].equals("SE")) {
                sets.add(new Set(List.copyOf(open)));
            }
        }
        return sets;
    }

    public record Set(List<String[]> segments) {
        String control() {
            return segments.getFirst()[2];
        }

        public String header(String tag, String qualifier) {
            return value(segments.subList(0, firstMember()), tag, qualifier);
        }

        public List<Member> members() {
            List<Member> members = new ArrayList<>();
            List<String[]> open = new ArrayList<>();
            for (String[] one : segments.subList(firstMember(), segments.size() - 1)) {
                if (one[0].equals("INS")) {
                    open = new ArrayList<>();
                    members.add(new Member(open));
                }
                open.add(one);
            }
            return members;
        }

        private int firstMember() {
            int at = 0;
            while (!segments.get(at)[0].equals("INS")) {
                at++;
            }
            return at;
        }
    }

    public record Member(List<String[]> segments) {
        public String[] of(String tag) {
            return segments.stream().filter(one -> one[0].equals(tag)).findFirst().orElse(new String[] {tag});
        }

        String value(String tag, String qualifier) {
            return ReadBack.value(segments, tag, qualifier);
        }

        /** The reporting categories: name, value, first day. */
        public List<String> categories() {
            List<String> categories = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i)[0].equals("N1")) {
                    String[] next = segments.get(i + 2);
                    categories.add(segments.get(i)[2] + " " + segments.get(i + 1)[2] + (next[0].equals("DTP") ? " " + next[3] : ""));
                }
            }
            return categories;
        }
    }

    /** The last element of the segment with this qualifier. */
    private static String value(List<String[]> segments, String tag, String qualifier) {
        return segments.stream()
                .filter(one -> one[0].equals(tag) && one[1].equals(qualifier))
                .map(one -> one[one.length - 1])
                .findFirst()
                .orElse("");
    }
}
