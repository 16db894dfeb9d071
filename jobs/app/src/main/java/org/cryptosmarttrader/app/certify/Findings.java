package org.cryptosmarttrader.app.certify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.runs.Rules;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.rows.DatasetDigest;

/** What the checks found, on its way into a certificate. */
record Findings(
        RunPlan plan,
        CertifySettings settings,
        Origins origins,
        SortedMap<Long, String> cuts,
        List<ColumnTally> columns,
        List<ColumnTally> models,
        Map<Check, Integer> runs) {

    /** Checks in which a clean column must have met a finite value. */
    private static final List<Check> OF_COLUMNS = List.of(Check.PREFIX, Check.POISON, Check.START, Check.ORDER);

    /** @param datasets the reference run's */
    Certificate certificate(List<Comparison> datasets) {
        List<Certificate.Column> results = new ArrayList<>();
        columns.forEach(column -> results.add(column.result(OF_COLUMNS)));
        models.forEach(model -> results.add(model.result(List.of(Check.TRAINER))));
        SortedMap<String, Certificate.CheckResult> checks = checks();
        SortedMap<String, String> roots = new TreeMap<>();
        SortedMap<String, Long> rows = new TreeMap<>();
        datasets.forEach(dataset -> {
            RowIndex reference = dataset.reference();
            rows.put(reference.schema().dataset(), (long) reference.rows().rows());
            roots.put(reference.schema().dataset(), root(reference));
        });
        long first = plan.grid().tickOf(plan.emitFrom());
        return new Certificate(
                        verdict(results, checks),
                        columns.size(),
                        named(results, Certificate.ACCUSED),
                        named(results, Certificate.UNTESTED),
                        (plan.until() - first) / plan.grid().intervalMillis() + 1,
                        rows,
                        instant(first),
                        instant(plan.until()),
                        instant(plan.genesis()),
                        plan.pairs(),
                        settings.seed(),
                        namedCuts(),
                        new Certificate.Archive(
                                plan.state().commit(),
                                instant(plan.state().endsAt()),
                                plan.state().content()),
                        roots,
                        plan.settings().catalog().fingerprint(plan.grid()),
                        plan.conf().hash(),
                        Rules.sha256(),
                        Version.program(),
                        checks,
                        origins.report(),
                        results,
                        null)
                .sealed();
    }

    private static String root(RowIndex reference) {
        DatasetDigest digest = new DatasetDigest(reference.schema());
        digest.add(reference.rows());
        return Sha256.hex(digest.runRoot());
    }

    private static String verdict(List<Certificate.Column> results, SortedMap<String, Certificate.CheckResult> checks) {
        boolean isAccused = checks.values().stream().anyMatch(check -> check.accused() > 0);
        if (isAccused || results.stream().anyMatch(column -> column.verdict().equals(Certificate.ACCUSED))) {
            return Certificate.ACCUSED;
        }
        boolean comparedNothing = checks.values().stream()
                .anyMatch(check -> check.reason() == null && (check.compared() == 0 || check.finite() == 0));
        return comparedNothing ? Certificate.NOTHING_COMPARED : Certificate.CLEAN;
    }

    private SortedMap<String, Certificate.CheckResult> checks() {
        SortedMap<String, Certificate.CheckResult> all = new TreeMap<>();
        for (Check check : Check.values()) {
            all.put(
                    check.name(),
                    switch (check) {
                        case AVAILABILITY -> ofEvents();
                        case TRAINER -> ofModels();
                        default -> of(check, columns, null);
                    });
        }
        return all;
    }

    private Certificate.CheckResult ofEvents() {
        long derived = origins.report().derived().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Certificate.CheckResult(
                Check.AVAILABILITY.promise(),
                0,
                derived,
                derived,
                origins.report().accusedEvents(),
                null);
    }

    private Certificate.CheckResult ofModels() {
        String reason = models.isEmpty() ? "too few labels matured in the span to train a model" : null;
        return of(Check.TRAINER, models, reason);
    }

    private Certificate.CheckResult of(Check check, List<ColumnTally> tallies, String reason) {
        return new Certificate.CheckResult(
                check.promise(),
                runs.getOrDefault(check, 0),
                tallies.stream().mapToLong(tally -> tally.compared(check)).sum(),
                tallies.stream().mapToLong(tally -> tally.finiteCompared(check)).sum(),
                tallies.stream().filter(tally -> tally.differing(check) > 0).count(),
                reason);
    }

    private static List<String> named(List<Certificate.Column> results, String verdict) {
        return results.stream()
                .filter(column -> column.verdict().equals(verdict))
                .map(Certificate.Column::fullName)
                .toList();
    }

    private SortedMap<String, String> namedCuts() {
        SortedMap<String, String> named = new TreeMap<>();
        cuts.forEach((cut, reason) -> named.put(instant(cut), reason));
        return named;
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
