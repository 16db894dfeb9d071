package org.cryptosmarttrader.serving.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A forecast back to what it rests on.
 *
 * @param run that made it
 * @param forecast the row, by column
 * @param verdict the row that judges it, by column; empty if none does: it came from a challenger, or of a statement
 * @param model what its card says, without the tables in it
 * @param features the values the model had
 * @param payloads the recorded payloads its events were read from; empty if no archive was given
 * @param proofs of its rows
 * @param steps links between them, in order
 */
public record Explanation(
        String run,
        Map<String, Object> forecast,
        Map<String, Object> verdict,
        Map<String, Object> model,
        List<FeatureValue> features,
        List<Payload> payloads,
        List<Proof> proofs,
        List<Step> steps) {

    /** Whether nothing that was looked at differs. */
    public boolean isVerified() {
        return steps.stream().noneMatch(step -> step.outcome() == Step.Outcome.DIFFERS);
    }

    /** The same with what was found behind it. */
    public Explanation with(List<Payload> found, List<Step> more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Explanation(run, forecast, verdict, model, features, found, proofs, List.copyOf(all));
    }
}
