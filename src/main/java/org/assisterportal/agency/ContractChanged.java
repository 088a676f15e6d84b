package org.assisterportal.agency;

import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;

/** An agency's contract began, was extended or ended; published in that transaction. */
public record ContractChanged(AgencyId agency, Actor by) {}
