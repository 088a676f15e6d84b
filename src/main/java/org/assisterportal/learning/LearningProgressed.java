package org.assisterportal.learning;

import java.time.Instant;
import org.assisterportal.shared.PersonId;

/** A person finished a course's lessons or passed its assessment; published in that transaction. */
public record LearningProgressed(PersonId person, String course, boolean passed, Instant at) {}
