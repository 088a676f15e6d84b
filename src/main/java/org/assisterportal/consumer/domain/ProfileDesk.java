package org.assisterportal.consumer.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assisterportal.agency.Rosters;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.consumer.Acting;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Diary;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Profile;
import org.assisterportal.consumer.Profile.Address;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Profiles shown and changed, by their consumer or on the consumer's behalf. */
@Component
class ProfileDesk implements Consumers {
    private final ConsumerTable table;
    private final LeftOvers leftOvers;
    private final Guard guard;
    private final Diary diary;
    private final Rosters rosters;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProfileDesk(
            ConsumerTable table, LeftOvers leftOvers, Guard guard, Diary diary, Rosters rosters, AuditLog audit,
            TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.leftOvers = leftOvers;
        this.guard = guard;
        this.diary = diary;
        this.rosters = rosters;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Profile own(Actor consumer) {
        Profile profile = find(ConsumerId.of(consumer));
        UUID id = profile.id().value();
        audit.record(AuditLine.of(consumer, "consumer.profile-shown").about(id).showing(List.of(id)));
        return profile;
    }

    @Override
    @Transactional(readOnly = true)
    public Profile known(ConsumerId consumer) {
        return find(consumer);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> language(Actor consumer) {
        return table.find(ConsumerId.of(consumer)).map(Profile::language);
    }

    @Override
    @Transactional
    public Changed change(Actor consumer, Map<String, String> form, int version) {
        ConsumerId id = ConsumerId.of(consumer);
        table.lock(id);
        Profile before = find(id);
        Changed changed = write(before, form, version, true);
        if (changed instanceof Changed.Done done && !done.fields().isEmpty()) {
            diary.note(id, "consumer.profile-changed", done.fields(), consumer);
            audit.record(
                    AuditLine.of(consumer, "consumer.profile-changed")
                            .about(id.value())
                            .with("fields", String.join(" ", done.fields())));
        }
        return changed;
    }

    @Override
    @Transactional
    public Profile view(Acting by) {
        Profile profile = withoutConfidential(find(by.consumer()));
        diary.look(by, "consumer.profile-shown");
        return profile;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean keepsAddress(Acting by) {
        return find(by.consumer()).addressKept();
    }

    @Override
    public Changed change(Actor assister, ConsumerId consumer, Map<String, String> form, int version) {
        Changed changed = Objects.requireNonNull(transaction.execute(status -> changeNow(assister, consumer, form, version)));
        return changed instanceof Changed.Stopped stopped
                ? new Changed.Stopped(stopped.refused(), leftOvers.keep(assister, consumer, form))
                : changed;
    }

    private Changed changeNow(Actor assister, ConsumerId consumer, Map<String, String> form, int version) {
        return switch (guard.hold(assister, consumer, Scope.APPLY)) {
            case Guard.Decision.Refused refused -> new Changed.Stopped(refused, false);
            case Guard.Decision.Granted granted -> {
                Changed changed = write(find(consumer), form, version, false);
                if (changed instanceof Changed.Done done && !done.fields().isEmpty()) {
                    // It is in force as soon as it is saved, so the consumer is told.
                    diary.changed(granted.acting(), "consumer.profile-changed", done.fields());
                }
                yield changed;
            }
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(ConsumerId consumer) {
        table.lock(consumer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LeftOver> leftOvers(Actor consumer) {
        return table.leftOvers(ConsumerId.of(consumer));
    }

    @Override
    @Transactional
    public Changed settle(Actor consumer, UUID leftOver, boolean take) {
        ConsumerId id = ConsumerId.of(consumer);
        table.lock(id);
        Map<String, String> content = table.leftOver(id, leftOver).orElseThrow(NotFound::new);
        Changed changed = take ? takeOver(consumer, find(id), content) : new Changed.Done(List.of());
        // What can't be taken over stays, for the consumer to correct.
        if (changed instanceof Changed.Done) {
            table.settle(id, leftOver);
            audit.record(AuditLine.of(consumer, "consumer.left-over-settled").about(id.value()).with("taken", take));
        }
        return changed;
    }

    private Changed takeOver(Actor consumer, Profile profile, Map<String, String> content) {
        Map<String, String> form = new HashMap<>(profile.form());
        form.putAll(content);
        return change(consumer, form, profile.version());
    }

    private Profile find(ConsumerId id) {
        return table.find(id).orElseThrow(NotFound::new);
    }

    private Changed write(Profile before, Map<String, String> form, int version, boolean own) {
        ProfileRules rules = new ProfileRules(rosters.counties(), Minnesota.today(clock));
        ProfileRules.Read read = rules.read(form).orElse(null);
        if (read == null) {
            return new Changed.Invalid(rules.problems());
        }
        if (before.version() != version) {
            return new Changed.Stale();
        }
        // A helper neither sees nor overwrites an address that is confidential, and makes none so.
        Address address = own || !before.addressKept() ? read.address() : null;
        if (address != null && !own) {
            address = address.open();
        }
        boolean emptied = own && form.containsKey("street") && read.address() == null && before.address() != null;
        List<String> fields = different(before, read, address);
        if (emptied) {
            fields.add("address");
        }
        if (fields.isEmpty()) {
            return new Changed.Done(fields);
        }
        if (!table.change(before.id(), read, version)) {
            return new Changed.Stale();
        }
        if (address != null) {
            table.address(before.id(), address, own);
        } else if (emptied) {
            table.noAddress(before.id());
        }
        return new Changed.Done(fields);
    }

    private static List<String> different(Profile before, ProfileRules.Read read, @Nullable Address address) {
        List<String> fields = new ArrayList<>();
        compare(fields, "first-name", before.firstName(), read.firstName());
        compare(fields, "last-name", before.lastName(), read.lastName());
        compare(fields, "birth-date", before.birthDate(), read.birthDate());
        compare(fields, "phone", before.phone(), read.phone());
        compare(fields, "language", before.language(), read.language());
        compare(fields, "interpreter", before.interpreter(), read.interpreter());
        if (address != null) {
            compare(fields, "address", before.address(), address);
        }
        return fields;
    }

    private static void compare(List<String> fields, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            fields.add(field);
        }
    }

    private static Profile withoutConfidential(Profile profile) {
        return !profile.addressKept()
                ? profile
                : new Profile(
                        profile.id(), profile.firstName(), profile.lastName(), profile.birthDate(), profile.email(),
                        profile.phone(), profile.language(), profile.interpreter(), null, true, profile.version());
    }
}
