package org.assisterportal.application.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.assisterportal.eligibility.Coverage;

/** Which coverage somebody has now. */
final class CoverageForm {
    private CoverageForm() {}

    static Set<Coverage> of(Fields fields) {
        Set<Coverage> chosen = EnumSet.noneOf(Coverage.class);
        Arrays.stream(Coverage.values()).filter(one -> fields.checked(one.name())).forEach(chosen::add);
        if (chosen.isEmpty()) {
            fields.wrong(Coverage.EMPLOYER.name(), "choose-some");
        }
        if (chosen.size() > 1 && chosen.contains(Coverage.UNKNOWN)) {
            fields.wrong(Coverage.EMPLOYER.name(), "known-and-not");
        }
        return chosen;
    }
}
