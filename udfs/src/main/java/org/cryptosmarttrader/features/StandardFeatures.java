package org.cryptosmarttrader.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.facts.Flow;
import org.cryptosmarttrader.facts.TextStatistics;
import org.cryptosmarttrader.features.calendar.DayOfWeek;
import org.cryptosmarttrader.features.calendar.HourOfDay;
import org.cryptosmarttrader.features.calendar.Phase;
import org.cryptosmarttrader.features.index.FearGreed;
import org.cryptosmarttrader.features.index.FundingRate;
import org.cryptosmarttrader.features.index.FundingSurprise;
import org.cryptosmarttrader.features.market.Breadth;
import org.cryptosmarttrader.features.market.CrossSectionMedian;
import org.cryptosmarttrader.features.market.CrossSectionRank;
import org.cryptosmarttrader.features.market.CrossSectionSkewness;
import org.cryptosmarttrader.features.market.Dispersion;
import org.cryptosmarttrader.features.market.ExcessReturn;
import org.cryptosmarttrader.features.market.QuoteVolume;
import org.cryptosmarttrader.features.market.ReferenceBeta;
import org.cryptosmarttrader.features.market.ReferenceCorrelation;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.features.market.RelativeReturn;
import org.cryptosmarttrader.features.market.VolumeShare;
import org.cryptosmarttrader.features.onchain.DailyChange;
import org.cryptosmarttrader.features.onchain.DailyMetric;
import org.cryptosmarttrader.features.onchain.WhaleActivity;
import org.cryptosmarttrader.features.onchain.WhaleFlow;
import org.cryptosmarttrader.features.onchain.WhaleSurprise;
import org.cryptosmarttrader.features.price.AverageDirectionalIndex;
import org.cryptosmarttrader.features.price.AverageTrueRange;
import org.cryptosmarttrader.features.price.BollingerPercentB;
import org.cryptosmarttrader.features.price.BollingerWidth;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.features.price.CommodityChannelIndex;
import org.cryptosmarttrader.features.price.DonchianPosition;
import org.cryptosmarttrader.features.price.DonchianWidth;
import org.cryptosmarttrader.features.price.DownsideShare;
import org.cryptosmarttrader.features.price.Drawdown;
import org.cryptosmarttrader.features.price.ExponentialAverageDeviation;
import org.cryptosmarttrader.features.price.GarmanKlassVolatility;
import org.cryptosmarttrader.features.price.HurstExponent;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.features.price.MacdHistogram;
import org.cryptosmarttrader.features.price.MacdLine;
import org.cryptosmarttrader.features.price.MacdSignal;
import org.cryptosmarttrader.features.price.MinusDirectionalIndicator;
import org.cryptosmarttrader.features.price.ParkinsonVolatility;
import org.cryptosmarttrader.features.price.PlusDirectionalIndicator;
import org.cryptosmarttrader.features.price.RelativeStrengthIndex;
import org.cryptosmarttrader.features.price.ReturnAutocorrelation;
import org.cryptosmarttrader.features.price.ReturnKurtosis;
import org.cryptosmarttrader.features.price.ReturnSkewness;
import org.cryptosmarttrader.features.price.RogersSatchellVolatility;
import org.cryptosmarttrader.features.price.SimpleAverageDeviation;
import org.cryptosmarttrader.features.price.StochasticD;
import org.cryptosmarttrader.features.price.StochasticK;
import org.cryptosmarttrader.features.price.TrendStrength;
import org.cryptosmarttrader.features.price.VarianceRatio;
import org.cryptosmarttrader.features.price.VolatilityRatio;
import org.cryptosmarttrader.features.price.YangZhangVolatility;
import org.cryptosmarttrader.features.regime.HiddenMarkovModel;
import org.cryptosmarttrader.features.regime.StormProbability;
import org.cryptosmarttrader.features.sentiment.TextFeature;
import org.cryptosmarttrader.features.sentiment.TextMeasure;
import org.cryptosmarttrader.features.volume.AmihudIlliquidity;
import org.cryptosmarttrader.features.volume.BuyImbalance;
import org.cryptosmarttrader.features.volume.MoneyFlowIndex;
import org.cryptosmarttrader.features.volume.OnBalanceVolume;
import org.cryptosmarttrader.features.volume.TradeCountSurprise;
import org.cryptosmarttrader.features.volume.VolumeSurprise;
import org.cryptosmarttrader.features.volume.VwapDeviation;

/**
 * The features of the product: one line each. A feature more is a class, a line here and a test; documentation, datasets,
 * certificate and the tests over the whole catalogue pick it up by themselves.
 */
public final class StandardFeatures {

    private static final String WHOLE_MARKET = "";

    private StandardFeatures() {}

    /**
     * The catalogue of the product.
     *
     * @param ofBitcoin hidden states of BTC, as fitted
     */
    public static FeatureCatalog with(HiddenMarkovModel ofBitcoin) {
        FeatureCatalog plain = withoutFitted();
        ReferenceFeature storm = new ReferenceFeature("BTC", new StormProbability(ofBitcoin));
        return new FeatureCatalog(
                plain.ofPair(),
                Stream.concat(plain.ofReference().stream(), Stream.of(storm)).toList(),
                plain.ofAsset(),
                plain.ofMarket(),
                plain.ofCrossSection());
    }

    /** The same without what is fitted. */
    public static FeatureCatalog withoutFitted() {
        List<Feature> ofPair = Stream.of(
                        returns(),
                        volatility(),
                        trend(),
                        oscillators(),
                        ranges(),
                        distribution(),
                        volume(),
                        calendar(),
                        market())
                .flatMap(List::stream)
                .toList();
        return new FeatureCatalog(ofPair, references(), facts(), marketFacts(), crossSection());
    }

    private static List<Feature> returns() {
        return Stream.of(1, 2, 3, 6, 12, 24, 72, 168, 720)
                .<Feature>map(LogReturn::new)
                .toList();
    }

    private static List<Feature> volatility() {
        return List.of(
                new CloseToCloseVolatility(24),
                new CloseToCloseVolatility(168),
                new ParkinsonVolatility(24),
                new ParkinsonVolatility(168),
                new GarmanKlassVolatility(24),
                new GarmanKlassVolatility(168),
                new RogersSatchellVolatility(24),
                new RogersSatchellVolatility(168),
                new YangZhangVolatility(24),
                new YangZhangVolatility(168),
                new VolatilityRatio());
    }

    private static List<Feature> trend() {
        return List.of(
                new SimpleAverageDeviation(20),
                new SimpleAverageDeviation(50),
                new SimpleAverageDeviation(200),
                new ExponentialAverageDeviation(12),
                new ExponentialAverageDeviation(26),
                new MacdLine(),
                new MacdSignal(),
                new MacdHistogram(),
                new TrendStrength());
    }

    private static List<Feature> oscillators() {
        return List.of(
                new RelativeStrengthIndex(),
                new StochasticK(),
                new StochasticD(),
                new PlusDirectionalIndicator(),
                new MinusDirectionalIndicator(),
                new AverageDirectionalIndex());
    }

    private static List<Feature> ranges() {
        return List.of(
                new AverageTrueRange(),
                new BollingerPercentB(),
                new BollingerWidth(),
                new CommodityChannelIndex(20),
                new DonchianPosition(),
                new DonchianWidth(),
                new Drawdown(720));
    }

    private static List<Feature> distribution() {
        return List.of(
                new ReturnSkewness(168),
                new ReturnKurtosis(168),
                new DownsideShare(168),
                new ReturnAutocorrelation(168),
                new VarianceRatio(4, 168),
                new VarianceRatio(24, 168),
                new HurstExponent(168));
    }

    private static List<Feature> volume() {
        return List.of(
                new MoneyFlowIndex(14),
                new OnBalanceVolume(168),
                new VwapDeviation(24),
                new VolumeSurprise(24),
                new VolumeSurprise(168),
                new TradeCountSurprise(168),
                new AmihudIlliquidity(24),
                new BuyImbalance(24));
    }

    private static List<Feature> calendar() {
        return List.of(
                new HourOfDay(Phase.SIN), new HourOfDay(Phase.COS), new DayOfWeek(Phase.SIN), new DayOfWeek(Phase.COS));
    }

    private static List<Feature> market() {
        return List.of(
                new ReferenceBeta("BTC"),
                new ReferenceCorrelation("BTC"),
                new ReferenceBeta("ETH"),
                new ReferenceCorrelation("ETH"),
                new RelativeReturn("BTC", 1),
                new RelativeReturn("BTC", 24),
                new RelativeReturn("BTC", 168));
    }

    private static List<ReferenceFeature> references() {
        List<Feature> ofBitcoin = List.of(
                new LogReturn(1),
                new LogReturn(6),
                new LogReturn(24),
                new LogReturn(72),
                new LogReturn(168),
                new LogReturn(720),
                new CloseToCloseVolatility(24),
                new CloseToCloseVolatility(168),
                new RelativeStrengthIndex(),
                new BollingerPercentB(),
                new VolumeSurprise(168),
                new Drawdown(720),
                new AverageTrueRange(),
                new VolatilityRatio(),
                new TrendStrength());
        List<Feature> ofEther = List.of(
                new LogReturn(1),
                new LogReturn(24),
                new LogReturn(168),
                new CloseToCloseVolatility(24),
                new VolatilityRatio(),
                new TrendStrength());
        return Stream.concat(of("BTC", ofBitcoin), of("ETH", ofEther)).toList();
    }

    private static Stream<ReferenceFeature> of(String base, List<Feature> features) {
        return features.stream().map(feature -> new ReferenceFeature(base, feature));
    }

    private static List<FactFeature> facts() {
        return Stream.of(texts(), flows(), daily(), List.<FactFeature>of(new FundingRate()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FactFeature> texts() {
        return Stream.of(TextStatistics.ALL_GROUPS, "news", "reddit", "x")
                .flatMap(group ->
                        Stream.of(TextMeasure.values()).<FactFeature>map(measure -> new TextFeature(measure, group)))
                .toList();
    }

    private static List<FactFeature> flows() {
        List<FactFeature> flows = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            Stream.of(1, 24, 168).forEach(hours -> flows.add(new WhaleFlow(flow, hours)));
            Stream.of(1, 24).forEach(hours -> flows.add(new WhaleSurprise(flow, hours)));
        }
        flows.add(new WhaleActivity());
        return flows;
    }

    private static List<FactFeature> daily() {
        return Stream.of(
                        ofDay("flow_in", "FlowInExUSD"),
                        ofDay("flow_out", "FlowOutExUSD"),
                        ofDay("ex_supply", "SplyExNtv"),
                        ofDay("active_addresses", "AdrActCnt"),
                        ofDay("transactions", "TxCnt"),
                        ofDay("transfers", "TxTfrCnt"),
                        ofDay("hash_rate", "HashRate"),
                        ofDay("fees", "FeeTotNtv"),
                        ofDay("mvrv", "CapMVRVCur"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FactFeature> ofDay(String id, String metric) {
        return Stream.of(DailyChange.values())
                .<FactFeature>map(change -> new DailyMetric(id, metric, change))
                .toList();
    }

    private static List<SubjectFeature> marketFacts() {
        List<FactFeature> index = List.of(new FearGreed(0), new FearGreed(1), new FearGreed(7));
        List<FactFeature> ofBitcoin = Stream.of(
                        daily(),
                        List.<FactFeature>of(
                                new WhaleFlow(Flow.WHALE_COUNT, 24),
                                new WhaleFlow(Flow.NET_TO_EXCHANGES, 24),
                                new WhaleSurprise(Flow.WHALE_USD, 24),
                                new WhaleSurprise(Flow.NET_TO_EXCHANGES, 24),
                                new FundingRate(),
                                new FundingSurprise()))
                .flatMap(List::stream)
                .toList();
        return Stream.of(about(WHOLE_MARKET, texts()), about(WHOLE_MARKET, index), about("BTC", ofBitcoin))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SubjectFeature> about(String subject, List<FactFeature> features) {
        return features.stream()
                .map(feature -> new SubjectFeature(subject, feature))
                .toList();
    }

    private static List<CrossSectionFeature> crossSection() {
        return List.of(
                new CrossSectionRank("xs_rank_ret1", new LogReturn(1)),
                new CrossSectionRank("xs_rank_ret24", new LogReturn(24)),
                new CrossSectionRank("xs_rank_ret168", new LogReturn(168)),
                new CrossSectionRank("xs_rank_ret720", new LogReturn(720)),
                new CrossSectionRank("xs_rank_rv168", new CloseToCloseVolatility(168)),
                new CrossSectionRank("xs_rank_vol24", new QuoteVolume(24)),
                new CrossSectionRank("xs_rank_volz24", new VolumeSurprise(24)),
                new CrossSectionRank("xs_rank_amihud24", new AmihudIlliquidity(24)),
                new CrossSectionRank("xs_rank_drawdown720", new Drawdown(720)),
                new Breadth(1),
                new Breadth(24),
                new Breadth(168),
                new Dispersion(1),
                new Dispersion(24),
                new Dispersion(168),
                new CrossSectionSkewness(24),
                new CrossSectionMedian(24),
                new ExcessReturn(24),
                new VolumeShare(24));
    }
}
