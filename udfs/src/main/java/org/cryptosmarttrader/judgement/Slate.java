package org.cryptosmarttrader.judgement;

import java.util.List;

/**
 * All that the models of a horizon say at one tick.
 *
 * @param model SHA-256 of the one whose forecasts are judged, hexadecimal; empty if it failed
 * @param prior what its card brings
 * @param forecasts by pair, ascending; without numbers if the model failed
 * @param members of the ensemble that could be scored
 */
public record Slate(String model, Prior prior, List<Forecast> forecasts, List<Member> members) {

    /**
     * What one member of the ensemble says.
     *
     * @param probabilities of a return above 0, in the order of the forecasts; NaN where it abstains
     */
    public record Member(String name, double[] probabilities) {}

    double[] votes(int index) {
        return members.stream()
                .mapToDouble(member -> member.probabilities()[index])
                .toArray();
    }
}
