package org.assisterportal.consumer;

import java.util.Collection;
import java.util.List;
import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody asks, to tell an assister's own browser from a consumer's; only keyed hashes of it are kept.
 *
 * @param network the network address
 * @param browser as it names itself
 * @param marks of the accounts that were signed in to in this browser
 * @param signedIn who is signed in in it
 */
public record Place(String network, String browser, Collection<String> marks, @Nullable Actor signedIn) {
    public Place {
        marks = List.copyOf(marks);
    }
}
