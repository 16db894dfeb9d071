package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The models of one horizon side by side, and what they said together.
 *
 * @param each champions before challengers, by name
 * @param words what the numbers mean
 */
public record MembersReport(List<Member> each, Ensemble ensemble, List<String> words) {

    /**
     * The models of one member in one role, one after the other.
     *
     * @param role champion, or challenger: it forecast beside the champion and reached no verdict
     * @param judged whether verdicts were made of its forecasts
     * @param models distinct files used
     * @param forecasts rows, abstentions among them
     * @param silent share of the verdicts from its first forecast on for which it had no probability: it abstained or failed;
     *     of a challenger up to its last forecast; null if there was no verdict
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Member(
            String member,
            String role,
            boolean judged,
            int models,
            long forecasts,
            Double silent,
            ProbabilityScores scores) {}

    /**
     * @param verdicts asked for
     * @param abstained share of them of which it said nothing; null if there was none
     * @param agreement mean part of the voters' weight on its side, where it said something; null if it never did
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Ensemble(long verdicts, Double abstained, Double agreement, ProbabilityScores scores) {}
}
