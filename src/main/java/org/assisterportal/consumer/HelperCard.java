package org.assisterportal.consumer;

import org.assisterportal.agency.AgencyKind;
import org.assisterportal.shared.PersonId;

/**
 * Assister Details: the Public-Facing Information of somebody who may help today.
 *
 * @param referenceNumber seven digits
 */
public record HelperCard(
        PersonId person,
        String name,
        String agencyName,
        AgencyKind kind,
        String phone,
        String email,
        String businessAddress,
        String languages,
        String referenceNumber) {}
