package org.assisterportal.access;

import java.util.List;
import org.assisterportal.shared.PersonId;

/**
 * People's access was judged after a fact that may have changed it, or a lapse; published in that transaction, also when
 * nothing is different.
 *
 * @param granted those who may use the portal now
 * @param stopped those who were enrolled and may not
 */
public record AccessJudged(List<PersonId> granted, List<PersonId> stopped) {
    public AccessJudged {
        granted = List.copyOf(granted);
        stopped = List.copyOf(stopped);
    }
}
