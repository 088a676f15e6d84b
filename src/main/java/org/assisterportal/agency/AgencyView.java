package org.assisterportal.agency;

import java.time.LocalDate;
import org.assisterportal.shared.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An agency with its newest contract.
 *
 * @param code the short human Agency ID
 * @param contractUntil the last day of the newest contract, already cut by an early end; null without a contract
 * @param contractInForce today in Minnesota
 */
public record AgencyView(
        AgencyId id,
        String code,
        String name,
        AgencyKind kind,
        @Nullable LocalDate contractFrom,
        @Nullable LocalDate contractUntil,
        boolean contractInForce) {}
