package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Forecasts, and models that were not used, as rows of their datasets. */
final class ForecastRowsOut {

    private ForecastRowsOut() {}

    static RowBatch rows(long tick, ModelsInForce.Active active, List<Forecast> forecasts) {
        ModelCard card = active.announcement().card();
        RowBuilder rows = new RowBuilder(Datasets.FORECASTS, Math.max(1, forecasts.size()));
        for (Forecast forecast : forecasts) {
            rows.row()
                    .set(0, tick)
                    .set(1, forecast.pair())
                    .set(2, card.horizon())
                    .set(3, card.member())
                    .set(4, card.modelSha256())
                    .set(5, card.version())
                    .set(6, card.trainedAsOf())
                    .set(7, active.activatedAt())
                    .set(8, card.climatology())
                    .set(9, forecast.scaledReturn())
                    .set(10, forecast.pUp())
                    .set(11, forecast.sigma())
                    .set(12, forecast.expectedReturn())
                    .set(13, forecast.novelty().novelty())
                    .set(14, forecast.novelty().missingShare())
                    .set(15, forecast.missingGroups())
                    .set(16, forecast.predictionId())
                    .set(17, active.announcement().role())
                    .set(18, card.statement());
        }
        return rows.build();
    }

    static RowBatch refusal(long tick, ModelsInForce.Active active, Exception refusal) {
        ModelCard card = active.announcement().card();
        return new RowBuilder(Datasets.REFUSED)
                .row()
                .set(0, tick)
                .set(1, "")
                .set(2, ModelAnnouncement.SOURCE)
                .set(3, "MODEL " + card.horizon())
                .set(4, 0)
                .set(5, card.trainedAsOf())
                .set(6, active.activatedAt())
                .set(7, refusal.getClass().getSimpleName().replace("Exception", ""))
                .set(8, refusal.getMessage())
                .build();
    }
}
