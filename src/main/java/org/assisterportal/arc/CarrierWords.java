package org.assisterportal.arc;

import java.util.List;
import java.util.Map;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.pages.Words;
import org.springframework.stereotype.Component;

/** What a carrier found wrong, in words: the segment, the element and the reason, never what stood there. */
@Component("carrierWords")
class CarrierWords {
    private final Words words;

    CarrierWords(Words words) {
        this.words = words;
    }

    /** One fault of a task about a rejected set, from 1. */
    public String fault(Map<String, String> facts, int number) {
        String reason = facts.getOrDefault("reason." + number, "");
        String said = words.either("carrier.reason." + reason, words.say("carrier.reason.else", List.of(reason.substring(reason.lastIndexOf('.') + 1))));
        String segment = facts.getOrDefault("segment." + number, "");
        if (segment.isEmpty()) {
            return said;
        }
        String place = place(segment, facts.getOrDefault("element." + number, ""));
        return words.say("carrier.fault", List.of(place, facts.getOrDefault("position." + number, ""), said));
    }

    /** Why an answer doesn't count. */
    public String unfit(CarrierFiles.Unread one) {
        return words.say("carrier.why." + one.why(), List.of(one.place(), one.said(), one.correct()));
    }

    /** A segment, and an element of it where there is one. */
    public String place(String segment, String element) {
        String name = words.say("carrier.segment", List.of(words.either("carrier.segment." + segment, segment), segment));
        if (element.isEmpty() || element.equals("0")) {
            return name;
        }
        String code = segment + (element.length() == 1 ? "0" : "") + element;
        return words.say("carrier.element", List.of(name, words.either("carrier.element." + code, code), code));
    }
}
