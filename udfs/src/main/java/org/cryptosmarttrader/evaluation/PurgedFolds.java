package org.cryptosmarttrader.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive groups of samples, some of them tested while the others train: purged k-fold cross-validation, and its
 * combinatorial form. Removed from training are the tested groups, every sample whose label could have touched one of them
 * (purge), and the samples that follow (embargo). Samples of all symbols at one instant are one sample: they move together.
 *
 * <p>Source: Lopez de Prado 2018, Advances in financial machine learning, chapters 7.4 and 12.3. See docs/glossary.md,
 * purged cross-validation.
 *
 * @param samples number of samples, indices in order of time
 * @param groups the samples are cut into, at least 2
 * @param tested groups at a time, fewer than there are
 * @param horizon length of a label, samples
 * @param embargo samples left out behind the purge
 */
public record PurgedFolds(int samples, int groups, int tested, int horizon, int embargo) {

    /**
     * A run of samples.
     *
     * @param from first index
     * @param until index behind the last
     */
    public record Block(int from, int until) {

        boolean holds(int sample) {
            return from <= sample && sample < until;
        }
    }

    /** @throws IllegalArgumentException if the numbers do not go together */
    public PurgedFolds {
        if (groups < 2 || groups > samples || tested < 1 || tested >= groups || horizon < 0 || embargo < 0) {
            throw new IllegalArgumentException(
                    "purged folds: %d samples in %d groups, %d tested, horizon %d, embargo %d; expected 2 groups or more, no more than samples, fewer tested than there are, no negative lengths"
                            .formatted(samples, groups, tested, horizon, embargo));
        }
    }

    /** The embargo unless another is chosen: a day, and the horizon if it is longer. */
    public static int defaultEmbargo(int horizon, int samplesPerDay) {
        return Math.max(samplesPerDay, horizon);
    }

    /** A group's samples; groups differ in length by one at most. */
    public Block group(int number) {
        return new Block((int) ((long) samples * number / groups), (int) ((long) samples * (number + 1) / groups));
    }

    /** The samples a tested block keeps out of the training: itself, the purge around it, the embargo behind it. */
    public Block removed(Block test) {
        return new Block(Math.max(0, test.from() - horizon), Math.min(samples, test.until() + horizon + embargo));
    }

    /** Whether a sample may train where some groups are tested. */
    public boolean isTraining(int sample, List<Integer> testedGroups) {
        return testedGroups.stream().noneMatch(group -> removed(group(group)).holds(sample));
    }

    /** The groups tested by each split, in lexical order: every choice of {@code tested} out of {@code groups}. */
    public List<List<Integer>> splits() {
        List<List<Integer>> splits = new ArrayList<>();
        choose(0, List.of(), splits);
        return splits;
    }

    private void choose(int from, List<Integer> chosen, List<List<Integer>> splits) {
        if (chosen.size() == tested) {
            splits.add(chosen);
            return;
        }
        for (int group = from; group < groups; group++) {
            List<Integer> more = new ArrayList<>(chosen);
            more.add(group);
            choose(group + 1, List.copyOf(more), splits);
        }
    }

    /** How many paths through all of the time the splits' tests make up. */
    public int paths() {
        return splits().size() * tested / groups;
    }
}
