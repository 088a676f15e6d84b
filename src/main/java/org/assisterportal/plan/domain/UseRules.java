package org.assisterportal.plan.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.eligibility.Money;
import org.assisterportal.plan.Care;
import org.assisterportal.plan.ServiceCost;
import org.assisterportal.plan.Terms;
import org.assisterportal.plan.Use;
import org.assisterportal.plan.YearlyCosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Goes through a year's care use by use: deductibles, copays, shares, the most that members pay; decision 17 says how. */
@Component
final class UseRules implements YearlyCosts {
    private static final int ALL = 10_000;
    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private final UseFile file;

    /** The basket: dollars a use and uses a year. */
    record UseFile(String method, String source, Map<Care, Integer> prices, Map<Use, Map<Care, Integer>> times) {}

    UseRules() {
        try (InputStream in = Objects.requireNonNull(UseRules.class.getResourceAsStream("/plan/use.json"))) {
            file = JsonMapper.shared().readValue(in, UseFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Money outOfPocket(Terms terms, List<Integer> ages, Use use) {
        Account family = new Account(terms, ages.size() > 1);
        for (int i = 0; i < ages.size(); i++) {
            // Much care is one person's: the others then need a middling amount.
            Use own = use == Use.HIGH && i > 0 ? Use.MEDIUM : use;
            family.nextPerson();
            Map<Care, Integer> times = Objects.requireNonNull(file.times().get(own));
            for (Care service : Care.values()) {
                long price = Objects.requireNonNull(file.prices().get(service)) * 100L;
                ServiceCost cost = terms.services().getOrDefault(service, ServiceCost.NOT_COVERED);
                for (int n = 0; n < times.getOrDefault(service, 0); n++) {
                    family.use(service, n > 0 && cost.perStay() ? free(cost) : cost, price);
                }
            }
        }
        return new Money(family.paid);
    }

    /** A copay for a whole stay is paid on its first day. */
    private static ServiceCost free(ServiceCost cost) {
        return new ServiceCost(true, 0, false, cost.copayAfterDeductible(), cost.coinsurance(), cost.coinsuranceAfterDeductible());
    }

    /** What one household has paid so far, person by person. */
    private static final class Account {
        private final Terms terms;
        private final boolean several;
        private final boolean ownDrugs;
        private long familyDeductible;
        private long familyDrugs;
        private long familyMost;
        private long deductible;
        private long drugs;
        private long most;
        long paid;

        Account(Terms terms, boolean several) {
            this.terms = terms;
            this.several = several;
            ownDrugs = terms.drugDeductible() != null;
            familyDeductible = several ? limit(terms.familyDeductible(), NO_LIMIT) : NO_LIMIT;
            familyDrugs = several ? limit(terms.familyDrugDeductible(), NO_LIMIT) : NO_LIMIT;
            familyMost = several ? limit(terms.familyOutOfPocket(), NO_LIMIT) : NO_LIMIT;
        }

        private static long limit(@Nullable Money limit, long otherwise) {
            return limit == null ? otherwise : limit.cents();
        }

        void nextPerson() {
            deductible = limit(terms.deductible(), several && terms.familyDeductible() != null ? NO_LIMIT : 0);
            drugs = limit(terms.drugDeductible(), 0);
            most = limit(terms.outOfPocket(), NO_LIMIT);
        }

        void use(Care service, ServiceCost cost, long price) {
            if (!cost.covered()) {
                paid += price;
                return;
            }
            boolean drug = ownDrugs && (service == Care.GENERIC_DRUG || service == Care.BRAND_DRUG);
            boolean after = cost.copayAfterDeductible() || cost.coinsuranceAfterDeductible();
            long first = 0;
            if (after) {
                long left = drug ? Math.min(drugs, familyDrugs) : Math.min(deductible, familyDeductible);
                first = Math.min(price, left);
            }
            long rest = price - first;
            long copay = cost.copay() == null ? 0 : Math.min(cost.copay(), rest);
            long share = ((rest - copay) * cost.coinsurance() + ALL / 2) / ALL;
            long pays = Math.min(first + copay + share, Math.min(most, familyMost));
            if (drug) {
                drugs -= first;
                familyDrugs -= first;
            } else {
                deductible -= first;
                familyDeductible -= first;
            }
            most -= pays;
            familyMost -= pays;
            paid += pays;
        }
    }
}
