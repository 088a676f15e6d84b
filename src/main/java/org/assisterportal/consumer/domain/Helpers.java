package org.assisterportal.consumer.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.RosterEntry;
import org.assisterportal.agency.RosterRecords;
import org.assisterportal.consumer.HelperCard;
import org.assisterportal.consumer.Proposals;
import org.assisterportal.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assisters as consumers see them: only those who may help now, and only what is public of them. */
@Component
class Helpers {
    private final PortalAccess access;
    private final RosterRecords rosters;
    private final JdbcClient jdbc;

    Helpers(PortalAccess access, RosterRecords rosters, JdbcClient jdbc) {
        this.access = access;
        this.rosters = rosters;
        this.jdbc = jdbc;
    }

    /** A card with the standing that it was made by. */
    record Helping(HelperCard card, AccessStanding standing) {}

    Optional<Helping> byNumber(String referenceNumber) {
        // Somebody is judged either way: no time tells a number of theirs from one that nobody has.
        return of(access.byReferenceNumber(referenceNumber).orElseGet(() -> new PersonId(UUID.randomUUID())));
    }

    Optional<Helping> of(PersonId person) {
        return Optional.ofNullable(of(List.of(person)).get(person));
    }

    private Map<PersonId, Helping> of(Collection<PersonId> people) {
        Map<PersonId, Helping> helping = new HashMap<>();
        access.of(people)
                .forEach(
                        (person, standing) -> of(standing).ifPresent(one -> helping.put(person, one)));
        return helping;
    }

    /** Of somebody who was judged just now. */
    Optional<Helping> of(AccessStanding standing) {
        return standing.granted() ? rosters.entry(standing.person()).map(entry -> helping(standing, entry)) : Optional.empty();
    }

    private static Helping helping(AccessStanding standing, RosterEntry entry) {
        return new Helping(
                new HelperCard(
                        standing.person(), entry.displayName(), standing.roster().agencyName(), standing.roster().kind(),
                        entry.publicPhone(), entry.publicEmail(), entry.businessAddress(), entry.languages(),
                        Objects.requireNonNullElse(standing.referenceNumber(), "")),
                standing);
    }

    /** Whom the agency at which the assister was authorized proposes, as far as those may help there now. */
    List<HelperCard> proposals(PersonId assister, UUID agency) {
        List<PersonId> proposed = proposed(assister, agency);
        if (proposed.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Helping> helping = of(proposed);
        return proposed.stream().map(helping::get).filter(Objects::nonNull)
                .filter(one -> one.standing().roster().agency().value().equals(agency))
                .map(Helping::card)
                .toList();
    }

    /** Whom the agency proposed for the assister's consumers, whether or not they may help now. */
    List<PersonId> proposed(PersonId assister, UUID agency) {
        return jdbc.sql(
                        "SELECT proposed FROM consumer.proposal WHERE assister = :assister AND agency = :agency"
                                + " ORDER BY proposed_at, proposed LIMIT " + Proposals.MOST)
                .param("assister", assister.value())
                .param("agency", agency)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
