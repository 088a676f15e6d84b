package org.assisterportal.enrollment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assisterportal.eligibility.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen and not signed.
 *
 * @param version changes with each change
 * @param tobacco keys of those who use it
 * @param wanted by party, the most credit to be taken in advance; a party that isn't there takes all of it
 * @param because the key of the chance that is to count; null for the one that begins earliest
 */
public record Basket(int version, List<Line> lines, Set<String> tobacco, Map<Integer, Long> wanted, @Nullable String because) {
    public static final Basket EMPTY = new Basket(0, List.of(), Set.of(), Map.of(), null);

    public Basket {
        lines = List.copyOf(lines);
        tobacco = Set.copyOf(tobacco);
        wanted = Map.copyOf(wanted);
    }

    /** A plan for some people of one party. */
    public record Line(int party, String plan, boolean dental, List<String> people) {
        public Line {
            people = List.copyOf(people);
        }
    }

    public @Nullable Money wanted(int party) {
        Long cents = wanted.get(party);
        return cents == null ? null : new Money(cents);
    }

    public List<Line> of(int party) {
        return lines.stream().filter(line -> line.party() == party).toList();
    }

    public Basket with(List<Line> others) {
        return new Basket(version, others, tobacco, wanted, because);
    }

    public Basket smoking(Set<String> people) {
        return new Basket(version, lines, people, wanted, because);
    }

    public Basket wishing(Map<Integer, Long> most) {
        return new Basket(version, lines, tobacco, most, because);
    }

    public Basket because(String chance) {
        return new Basket(version, lines, tobacco, wanted, chance);
    }
}
