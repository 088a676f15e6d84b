package org.assisterportal.application;

import java.util.Collection;
import java.util.Map;
import org.assisterportal.consumer.ConsumerId;

/** Social Security numbers as they were signed, for the files that have to carry them; never for a page, nor for an assister. */
public interface SocialSecurityNumbers {

    /** The nine digits of each consumer's people, by their keys; the newest of a person. Those without a number aren't there. */
    Map<ConsumerId, Map<String, String>> of(Collection<ConsumerId> consumers);
}
