package org.assisterportal.plan;

import java.time.LocalDate;
import org.assisterportal.eligibility.CostSharing;

/**
 * Somebody for whom a plan is priced.
 *
 * @param creditEligible whether the tax credit is for this person, too
 * @param costSharing the most generous level that this person alone would get
 * @param hardship has a hardship or affordability exemption, and so may have a catastrophic plan at any age
 */
public record Buyer(
        String key, LocalDate born, boolean tobacco, boolean creditEligible, CostSharing costSharing, boolean hardship) {}
