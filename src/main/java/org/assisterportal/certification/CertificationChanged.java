package org.assisterportal.certification;

import java.time.Instant;
import org.assisterportal.shared.PersonId;

/** A person was certified, or lost certification by a recorded fact; published in that transaction. */
public record CertificationChanged(PersonId person, boolean certified, Instant at) {}
