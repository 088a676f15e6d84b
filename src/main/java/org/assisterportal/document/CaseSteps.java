package org.assisterportal.document;

import org.assisterportal.consumer.ConsumerId;

/** The next step of somebody who was determined, as it stands in the assister's list. */
public interface CaseSteps {

    /** Works it out anew, in the transaction of what changed it: documents to send, a plan to choose, or nothing. */
    void settle(ConsumerId consumer);
}
