package org.assisterportal.shop;

import java.time.Instant;
import java.util.List;
import org.assisterportal.carrier.CarrierStanding.Known;
import org.assisterportal.carrier.CarrierStanding.Told;
import org.assisterportal.carrier.CarrierStanding;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.pages.Words;
import org.springframework.stereotype.Component;

/** Says how a policy stands with its carrier, in the reader's language. */
@Component
class ToldWords {
    private final CarrierStanding standing;
    private final Words words;

    ToldWords(CarrierStanding standing, Words words) {
        this.standing = standing;
        this.words = words;
    }

    /**
     * What the carrier knows; empty where it isn't to be told.
     *
     * @param changed when something about the policy counted last
     */
    String of(Enrolled one, Instant changed) {
        if (one.state() == Enrolled.State.WAITING) {
            return "";
        }
        return standing.known(one.number().toString(), one.state() == Enrolled.State.CANCELLED).map(known -> said(known, changed)).orElseGet(() -> words.key("enroll.carrier.not-yet"));
    }

    private String said(Known known, Instant changed) {
        String newest = stage("enroll.carrier.", known.newest());
        String said = newest;
        if (known.isOlder()) {
            said = stage(known.start() ? "enroll.carrier.start." : "enroll.carrier.earlier.", known.telling()) + " " + words.say("enroll.carrier.since", List.of(newest));
        }
        return known.newest().at().isBefore(changed) ? words.say("enroll.carrier.newer", List.of(said)) : said;
    }

    private String stage(String key, Told told) {
        return words.say(key + told.stage(), List.of(words.day(told.sentAt() == null ? told.at() : told.sentAt()), words.day(told.answeredAt())));
    }
}
