package org.assisterportal.agency;

import java.time.Instant;
import java.util.UUID;

/**
 * A submission as the agency sees it.
 *
 * @param number counted per agency, from 1
 * @param kind ROSTER: the complete roster; CHANGE: one person at once; ASSISTER: the assister's own Public-Facing
 *     Information
 * @param people on the roster afterwards
 * @param changed entries that this submission made or changed
 */
public record SubmissionView(
        UUID id, int number, String kind, String attestation, String by, Instant at, int people, int changed) {}
