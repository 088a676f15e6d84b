package org.assisterportal.access.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.access.Directory;
import org.assisterportal.access.PortalAccess;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.Listings;
import org.assisterportal.agency.Listings.Listing;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.shared.PersonId;
import org.springframework.stereotype.Component;

/** Takes listings in turn and keeps who is certified, until a page is full; who isn't leaves no trace on it. */
@Component
class PublicDirectory implements Directory {
    private static final int PAGE = 20;
    private static final int TAKEN = 40;
    // However many listed people aren't certified, a page asks no more often; what follows is on the next one.
    private static final int MOST_TAKES = 10;
    // Nobody reads on so far; a place further back costs as much as all before it.
    private static final int LAST = 2_000;

    private final Listings listings;
    private final PortalAccess access;

    PublicDirectory(Listings listings, PortalAccess access) {
        this.listings = listings;
        this.access = access;
    }

    @Override
    public Found find(Listings.Wanted wanted, int from) {
        int start = Math.clamp(from, 0, LAST);
        int at = start;
        List<Listed> people = new ArrayList<>();
        for (int take = 0; take < MOST_TAKES; take++) {
            List<Listing> taken = listings.find(wanted, at, TAKEN);
            Map<PersonId, AccessStanding> standings = access.of(taken.stream().map(Listing::person).toList());
            for (Listing one : taken) {
                AccessStanding standing = standings.get(one.person());
                if (standing != null && stands(standing)) {
                    if (people.size() == PAGE) {
                        return found(people, start, at);
                    }
                    people.add(new Listed(one, standing.granted()));
                }
                at++;
            }
            if (taken.size() < TAKEN) {
                return new Found(people, start, null, false);
            }
        }
        return found(people, start, at);
    }

    private static Found found(List<Listed> people, int start, int next) {
        return next <= LAST ? new Found(people, start, next, false) : new Found(people, start, null, true);
    }

    @Override
    public boolean lists(PersonId person) {
        return listings.of(person).isPresent() && access.of(person).filter(PublicDirectory::stands).isPresent();
    }

    // The listing is asked for again: it may have been turned off between the two questions.
    private static boolean stands(AccessStanding standing) {
        return standing.certification().status() == CertificationStatus.CERTIFIED
                && standing.roster().kind() == AgencyKind.NAVIGATOR
                && standing.roster().active()
                && standing.roster().inDirectory();
    }
}
