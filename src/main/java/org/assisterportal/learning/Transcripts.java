package org.assisterportal.learning;

import java.util.Collection;
import java.util.Map;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;

/** Everybody's transcripts, for the modules that judge by them. */
public interface Transcripts {

    String PORTAL_COURSE = "assister-portal";

    /** One statement, whatever the number of people; everybody asked for is in the answer. */
    Map<PersonId, Transcript> of(Collection<PersonId> people);

    /** The same, to be asked together with other modules' facts. */
    Facts<Map<PersonId, Transcript>> facts(Collection<PersonId> people);

    /** The course's title by its code. */
    String title(String course);
}
