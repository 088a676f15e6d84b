package org.assisterportal.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.PageOf;

/** Agencies, their contracts and contacts, as the ARC keeps them. */
public interface Agencies {

    Optional<AgencyView> find(AgencyId id);

    Optional<AgencyView> byCode(String code);

    /** An agency's page with its contacts' names and addresses; leaves an audit line. */
    Optional<AgencyPage> show(AgencyId id, Actor by);

    /** By part of name or code, sorted by name; 25 a page; null = all. */
    PageOf<AgencyView> list(@org.jspecify.annotations.Nullable String term, int page);

    /** A new agency with its first contract, from and until inclusive. */
    AgencyId create(String name, AgencyKind kind, LocalDate from, LocalDate until, Actor by);

    /** A further contract; it may not overlap another one. */
    Kept addContract(AgencyId agency, LocalDate from, LocalDate until, Actor by);

    /** Ends the contract in force; the given day, today or later, is the last on which it holds. */
    Kept endContract(AgencyId agency, LocalDate lastDay, String reason, Actor by);

    /** Makes the contact and invites them to set up their account; the kept id is the contact's. */
    Kept inviteContact(AgencyId agency, String name, EmailAddress email, Set<ContactRole> roles, Actor by);

    /** A new link for a contact who hasn't set up the account; the one before stops working. */
    Kept resendLink(AgencyId agency, UUID contact, Actor by);

    Kept changeRoles(AgencyId agency, UUID contact, Set<ContactRole> roles, Actor by);

    /** Ends the contact and their hat. */
    Kept endContact(AgencyId agency, UUID contact, Actor by);

    List<ContactView> contacts(AgencyId agency);

    Optional<ContactView> contact(UUID id);

    /** The present authorized contacts, who hear of what concerns their people. */
    List<ContactView> authorizedContacts(AgencyId agency);

    /** The names of agencies and of contacts, ended ones too, in one statement; other ids are absent. */
    Map<UUID, String> names(Collection<UUID> ids);

    /** What became of an officer's act on an agency; an officer keeps no agency in which they are a contact. */
    sealed interface Kept {
        record Done(UUID id) implements Kept {}

        /** Nothing was changed; the reason is a message key. */
        record Refused(String reason) implements Kept {}

        /** The id of what was kept. */
        default UUID id() {
            return switch (this) {
                case Done done -> done.id();
                case Refused refused -> throw new IllegalStateException(refused.reason());
            };
        }
    }

    /** An agency and its present contacts. */
    record AgencyPage(AgencyView agency, List<ContactView> contacts) {}
}
