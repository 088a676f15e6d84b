package org.assisterportal.identity;

import java.util.UUID;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;

/**
 * An account to be set up, or a hat to be added to the account that already has this address.
 *
 * @param name the person's full name
 * @param subject what the hat is about: contact's or person's id; for staff the account's own id is used when null
 * @param agency for contacts and assisters
 * @param organization the name shown beside the hat and in the mail
 * @param invitedBy who invites, as the mail and the activation page say it: "Lake Superior Navigators" or "the ARC"
 */
public record Invitation(
        EmailAddress email,
        String name,
        Hat hat,
        @Nullable UUID subject,
        @Nullable UUID agency,
        String organization,
        String invitedBy) {}
